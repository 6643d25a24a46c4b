namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>What is computed of each element by itself, and of a scalar or a vector for all.</summary>
internal static class Elementwise
{
    private static readonly string[] functions =
    [
        "Tanh({0})",
        "Tanh({0})",
        "Sigmoid({0})",
        "Sigmoid({0})",
        "Relu({0})",
        "Softplus({0})",
        "Sin({0})",
        "Erf({0})",
        "Erfc({0})",
        "Expm1(Tanh({0}))",
        "Atan({0})",
        "LogGamma(1.5f + Square({0}))",
        "Pow(1.5f + Square({0}), -0.5f)",
        "Where(Tanh({0}) > 0.1f, {0}, 0.3f * {0})",
        "Silu({0})",
        "({0} + 0.1f * Floor(3 * Tanh({0}) + 0.37f))",
        "Cos({0})",
        "Abs({0})",
        "(-{0})",
        "(1 - {0})",
        "(0.5f * Square({0}))",
        "Exp(Tanh({0}))",
        "Exp(-Square({0}))",
        "Exp(-Abs({0}))",
        "Log(1.5f + Square({0}))",
        "Sqrt(0.5f + Square({0}))",
    ];

    private static readonly string[] divisors =
    [
        "(1.5f + Square({0}))",
        "(0.5 + Exp(Tanh({0})))",
        "(2 - Tanh({0}))",
        "(1 + Abs({0}))",
        "Sqrt(1 + Square({0}))",
    ];

    public static string? Function(Scope scope, Kind kind, int depth) =>
        IsNumber(kind) && Expressions.Write(scope, kind, depth) is { } operand
            ? Text(scope.Draw.Of(functions), operand)
            : null;

    public static string? Operator(Scope scope, Kind kind, int depth) =>
        Operands(scope, kind, depth) is var (left, right)
            ? $"({left} {scope.Draw.Of("+", "+", "-", "*", "*")} {right})"
            : null;

    public static string? Quotient(Scope scope, Kind kind, int depth) =>
        Operands(scope, kind, depth) is var (left, right) ? $"({left} / {Text(scope.Draw.Of(divisors), right)})" : null;

    public static string? Extreme(Scope scope, Kind kind, int depth) =>
        Operands(scope, kind, depth) is var (left, right)
            ? $"{scope.Draw.Of("Max", "Min", "Where", "Unless")}({left}, {right})"
            : null;

    private static bool IsNumber(Kind kind) => kind.Shape is Shape.Scalar or Shape.Vec or Shape.Scalars or Shape.Seq;

    private static string Text(string format, string operand) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, format, operand);

    /// <summary>Two operands, of which one has the type of the result, or both together.</summary>
    private static (string Left, string Right)? Operands(Scope scope, Kind kind, int depth)
    {
        if (!IsNumber(kind))
        {
            return null;
        }

        var other = kind.Shape switch
        {
            Shape.Vec => scope.Draw.Of(kind, kind, Kind.Scalar),
            Shape.Scalars => scope.Draw.Of(kind, kind, Kind.Scalar),
            Shape.Seq => scope.Draw.Of(kind, kind, Kind.Vec(kind.Dim!), Kind.Scalar, Kind.Scalars),
            _ => kind,
        };
        // A vector and a number of each step are a sequence too.
        var one =
            other == Kind.Scalars && kind.Shape == Shape.Seq && scope.Draw.Percent(20) ? Kind.Vec(kind.Dim!) : kind;
        if (
            Expressions.Write(scope, one, depth) is not { } first
            || Expressions.Write(scope, other, depth) is not { } second
        )
        {
            return null;
        }

        return scope.Draw.Percent(50) ? (first, second) : (second, first);
    }
}
