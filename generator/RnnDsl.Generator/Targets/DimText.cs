using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets;

/// <summary>Dims in C#: as types, and as sizes.</summary>
internal static class DimText
{
    /// <summary>C# of a value's type: <c>Vec&lt;H&gt;</c>, <c>Scalars</c>, <c>Tokens&lt;V&gt;</c>.</summary>
    public static string TypeOf(this Definition definition, TensorType type)
    {
        var name =
            type.OfExample is { } matrix ? $"Mat<{definition.TypeOf(matrix.Rows)}, {definition.TypeOf(matrix.Columns)}>"
            : type.IsScalar ? "Scalar"
            : type.IsToken ? "Token"
            : "Vec";
        var written =
            !type.OverTime ? name
            : name == "Vec" ? "Seq"
            : name + "s";
        return type.IsScalar || type.OfExample is not null ? written : $"{written}<{definition.TypeOf(type.Dims[0])}>";
    }

    /// <summary>The type, fully qualified: <c>global::N.Hidden</c>, <c>Cat&lt;global::N.Hidden, H&gt;</c>.</summary>
    public static string TypeOf(this Definition definition, Dim dim) =>
        dim is CatDim cat ? $"Cat<{definition.TypeOf(cat.First)}, {definition.TypeOf(cat.Second)}>"
        : definition.Dims.First(d => d.Name == dim.ToString()) is { IsTypeParameter: false } type ? type.Type
        : CSharpText.EscapeType(dim.ToString());

    /// <summary>The size: a number, what <paramref name="leaf"/> says of a name, or a sum of such.</summary>
    public static string Size(Dim dim, Func<NamedDim, string> leaf) =>
        string.Join(
            " + ",
            dim.Leaves.Select(d =>
                d switch
                {
                    FixedDim size => CSharpText.Number(size.Size),
                    NamedDim named => leaf(named),
                    MatDim matrix => $"{Size(matrix.Rows, leaf)} * {Size(matrix.Columns, leaf)}",
                    _ => throw new InvalidOperationException($"no C# for the dim {d}"),
                }
            )
        );

    /// <summary>The size, where <c>Dims</c> holds those of the class.</summary>
    public static string Size(Dim dim) => Size(dim, named => Member(named.Name));

    /// <summary>The size of a dim, as a property of <c>Dims</c>.</summary>
    public static string Member(string dim) => "Dims." + CSharpText.Escape(dim);
}
