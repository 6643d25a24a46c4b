using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>
/// In a stage of matrices: adds a value up over the columns, over the rows, or over all elements of each example's matrix.
/// </summary>
/// <param name="Value">What is summed.</param>
/// <param name="Kind">To a vector with an element for each row (<see cref="RepeatKind.Column"/>) or column, or to one number.</param>
/// <param name="Target">Where the sum goes.</param>
/// <param name="Width">The size of the sum.</param>
/// <param name="Equation">The equation that it comes from, for a comment; null where it has none.</param>
public sealed record SumStep(string Value, RepeatKind Kind, BufferRef Target, Dim Width, string? Equation)
    : EpilogueStep(Value),
        IFromEquation
{
    public override bool IsWrite => true;

    public override bool IsOfMatrix => true;

    public override T Accept<T>(IEpilogueVisitor<T> visitor) => visitor.Visit(this);
}
