using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A number known when the program runs: the size of a dim, the number of steps (Dim null), as a float.</summary>
public sealed record SizeStep(string Value, Dim? Dim) : EpilogueStep(Value)
{
    /// <summary>Whether the steps are those of the whole sequence, of which a window may be a part.</summary>
    public bool IsOfWhole { get; init; }

    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
