using System.Collections.Immutable;

namespace RnnDsl.Generator.Loops;

/// <summary>Facts for the scheduler that are not in the graph.</summary>
/// <param name="Target">What the program is planned for.</param>
public sealed record ScheduleOptions(TargetTraits Target)
{
    /// <summary>Default size of each dim that has one, by name: the numbers in <c>[Dim(50)]</c>.</summary>
    public ImmutableDictionary<string, int> Sizes { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>
    /// How many values are kept from one run to the next: the graph's last inputs and, in the same order, its last outputs; of a
    /// training, those behind the loss.
    /// </summary>
    public int States { get; init; }

    /// <summary>Whether a training has one input more, which is 1 in a sequence's first window and 0 in the others.</summary>
    public bool HasStart { get; init; }
}
