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

    /// <summary>The size with those of the parts: <c>DimSize.Of(x, h)</c>; of a dim without parts the size alone.</summary>
    public static string SizeOfParts(Dim dim, Func<NamedDim, string> leaf) =>
        dim is CatDim cat
            ? $"DimSize.Of({SizeOfParts(cat.First, leaf)}, {SizeOfParts(cat.Second, leaf)})"
            : Size(dim, leaf);

    /// <summary>The size with those of the parts, where <c>Dims</c> holds those of the class.</summary>
    public static string SizeOfParts(Dim dim) => SizeOfParts(dim, named => Member(named.Name));

    /// <summary>The value, of which the reference execution is to know the parts: one that a caller made of an array does not.</summary>
    /// <param name="value">C# of the value.</param>
    /// <param name="type">Its type.</param>
    public static string WithParts(string value, TensorType type) =>
        type is { IsVec: true, OfExample: null } && type.Dims[0] is CatDim cat
            ? $"{value}.Sized({SizeOfParts(cat)})"
            : value;

    /// <summary>The size of a dim, as a property of <c>Dims</c>.</summary>
    public static string Member(string dim) => "Dims." + CSharpText.Escape(dim);
}
