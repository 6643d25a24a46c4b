using RnnDsl.Simd;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Inference;

/// <summary>The states of a stream: the values that its cells and sums over time carry from step to step.</summary>
public sealed class StateLayout
{
    private readonly (string Name, int Width)[] states;
    private readonly int[] starts;
    private readonly int[] offsets;

    internal StateLayout(IReadOnlyList<(string Name, int Width)> states)
    {
        this.states = [.. states];
        (starts, offsets) = (new int[states.Count], new int[states.Count]);
        for (var i = 0; i < states.Count; i++)
        {
            (starts[i], offsets[i]) = (Count, Floats);
            Count = checked(Count + states[i].Width);
            // A step reads one slot and writes the other.
            Floats = checked(Floats + 2 * Padding.RoundUp(states[i].Width));
        }
    }

    /// <summary>Name and width of each state: <c>rnn.h</c>, 50.</summary>
    public IReadOnlyList<(string Name, int Width)> States => states;

    /// <summary>The total width of all states.</summary>
    public int Count { get; }

    /// <summary>Floats of memory in which a step reads and writes the states, two slots for each.</summary>
    internal int Floats { get; }

    /// <summary>The offset of each state in the concatenation of all states.</summary>
    internal int Start(int state) => starts[state];

    /// <summary>The offset of each state's two slots in the memory that steps read and write.</summary>
    internal int Offset(int state) => offsets[state];

    /// <exception cref="ArgumentException">There are no states, or they belong to another model.</exception>
    internal void Require(StateValues? values)
    {
        if (values is null)
            throw new ArgumentException("There is no state: it was not taken from a stream.", nameof(values));
        if (!states.AsSpan().SequenceEqual(values.Layout.states))
        {
            throw new ArgumentException(
                $"The state is that of another model, or of other sizes: it has {values.Layout}, expected {this}.",
                nameof(values)
            );
        }
    }

    /// <summary><c>rnn.h [50], rnn.c [50]</c>.</summary>
    public override string ToString() =>
        states.Length == 0
            ? "no states"
            : string.Join(", ", states.Select(static s => Invariant($"{s.Name} [{s.Width}]")));
}
