using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir;

/// <summary>Which part of a parameter a leaf stands for.</summary>
/// <param name="Of">The path of the whole parameter.</param>
/// <param name="RowsBefore">The sizes of what comes before it among the rows, or the elements of a vector.</param>
/// <param name="ColumnsBefore">The sizes of what comes before it among the columns.</param>
public sealed record ParameterPart(string Of, EquatableArray<Dim> RowsBefore, EquatableArray<Dim> ColumnsBefore)
{
    /// <summary>The sizes of all that comes before it.</summary>
    public IEnumerable<Dim> Before => RowsBefore.Concat(ColumnsBefore);
}
