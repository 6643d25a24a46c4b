using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>The sum of the squares of all elements of these matrices, the same for each row, into Target (width 1).</summary>
public sealed record SquaresStage(string Name, EquatableArray<string> Parameters, BufferRef Target) : Stage(Name)
{
    public override T Accept<T>(IStageVisitor<T> visitor) => visitor.Visit(this);
}
