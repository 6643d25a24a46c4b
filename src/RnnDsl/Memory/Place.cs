using System.ComponentModel;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd;

/// <summary>Where a caller's data comes from, for messages: an example of a list, a step of a stream, one of many streams.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Place
{
    private readonly string kind;
    private readonly long number;

    private Place(string kind, long number) => (this.kind, this.number) = (kind, number);

    /// <summary>An example of a list.</summary>
    /// <param name="number">From 0.</param>
    public static implicit operator Place(int number) => Example(number);

    /// <summary>An example of a list.</summary>
    /// <param name="number">From 0.</param>
    public static Place Example(int number) => new("Example", number);

    /// <summary>A step of a stream.</summary>
    /// <param name="number">From 0, since the stream was started.</param>
    public static Place Step(long number) => new("Step", number);

    /// <summary>The next step of one of many streams.</summary>
    /// <param name="id">The stream.</param>
    public static Place Stream(int id) => new("Stream", id);

    /// <summary><c>Example 3</c>.</summary>
    public override string ToString() => Invariant($"{kind ?? "Example"} {number}");
}
