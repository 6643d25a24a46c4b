using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>Reads a vector in a stage of matrices: its element of the row, into every lane, or its elements of the columns.</summary>
/// <param name="Kind">Whether the vector is every column, or every row.</param>
/// <param name="Source">The slot; null for a parameter.</param>
/// <param name="Parameter">The parameter; null for a slot.</param>
/// <param name="Width">The size of the vector.</param>
public sealed record RepeatStep(string Value, RepeatKind Kind, BufferRef? Source, string? Parameter, Dim Width)
    : EpilogueStep(Value)
{
    public override bool IsOfMatrix => true;

    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
