namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Matrices of an example: what they are made of, and what reads them.</summary>
internal static class Matrices
{
    private static readonly string[] functions =
    [
        "Tanh({0})",
        "Sigmoid({0})",
        "(-{0})",
        "(0.5f * {0})",
        "Exp(-Square({0}))",
        "Abs({0})",
    ];

    /// <summary>A vector that a matrix gives, read by rows or by columns.</summary>
    public static string? Read(Scope scope, Kind kind, int depth)
    {
        if (kind.Shape != Shape.Vec || !scope.HasFields)
        {
            return null;
        }

        var dim = scope.AnyDim();
        if (Expressions.Write(scope, Kind.Vec(dim), depth) is not { } vector)
        {
            return null;
        }

        return scope.Draw.Percent(60)
            ? $"(0.3f * ({Write(scope, kind.Dim!, dim, depth)} * {vector}))"
            : $"(0.3f * (Transpose({Write(scope, dim, kind.Dim!, depth)}) * {vector}))";
    }

    /// <summary>A matrix of these dims.</summary>
    public static string Write(Scope scope, Dim rows, Dim columns, int depth)
    {
        if (depth <= 0)
        {
            return Outer(scope, rows, columns);
        }

        var inner = Write(scope, rows, columns, depth - 1);
        return scope.Draw.Below(7) switch
        {
            0 => Outer(scope, rows, columns),
            1 => $"ScaleRows({Small(scope, rows)}, {inner})",
            2 => $"ScaleColumns({inner}, {Small(scope, columns)})",
            3 => $"({inner} {scope.Draw.Of("+", "-")} {Outer(scope, rows, columns)})",
            // The columns of a parameter whose elements are read are not two side by side.
            4 when scope.Program.Dims.Contains(columns) =>
                $"Hadamard({Products.Matrix(scope, rows, columns)}, {inner})",
            5 => $"({inner} * {Expressions.Small(scope, Kind.Scalar, depth - 1)})",
            _ => string.Format(System.Globalization.CultureInfo.InvariantCulture, scope.Draw.Of(functions), inner),
        };
    }

    private static string Outer(Scope scope, Dim rows, Dim columns) =>
        $"Outer({Small(scope, rows)}, {Small(scope, columns)})";

    private static string Small(Scope scope, Dim dim) => Expressions.Small(scope, Kind.Vec(dim), depth: 0)!;
}
