using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>The C# of a parameter, or of the part of one that a program works on.</summary>
internal static class PartText
{
    /// <param name="parameter">The parameter.</param>
    /// <param name="size">C# for the size of a dim.</param>
    /// <param name="whole">C# of a whole parameter, <c>{0}</c> for its path.</param>
    public static string Of(NamedType parameter, Func<Dim, string> size, string whole)
    {
        if (parameter.Part is not { } part)
        {
            return whole.Replace("{0}", parameter.Name);
        }

        var rows = size(parameter.Type.Dims[0]);
        var columns = parameter.Type.IsMat ? size(parameter.Type.Dims[1]) : "1";
        return whole.Replace("{0}", part.Of)
            + $".Part(row: {Sum(part.RowsBefore)}, {rows}, column: {Sum(part.ColumnsBefore)}, {columns})";

        string Sum(EquatableArray<Dim> before) => before.Count == 0 ? "0" : string.Join(" + ", before.Select(size));
    }
}
