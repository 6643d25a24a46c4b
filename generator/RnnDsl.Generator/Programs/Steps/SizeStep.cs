using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A number known when the program runs: the size of a dim, the number of steps (Dim null), as a float.</summary>
public sealed record SizeStep(string Value, Dim? Dim) : EpilogueStep(Value)
{
    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
