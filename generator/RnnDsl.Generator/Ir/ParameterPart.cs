using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>The part of a parameter that a leaf is, after the parameter was split.</summary>
/// <param name="Of">The path of the whole parameter.</param>
/// <param name="RowsBefore">The sizes of the parts before it along the rows, or along the elements of a vector.</param>
/// <param name="ColumnsBefore">The sizes of the parts before it along the columns.</param>
public sealed record ParameterPart(string Of, EquatableArray<Dim> RowsBefore, EquatableArray<Dim> ColumnsBefore)
{
    /// <summary>The sizes of all that comes before it.</summary>
    public IEnumerable<Dim> Before => RowsBefore.Concat(ColumnsBefore);
}
