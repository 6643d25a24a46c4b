namespace RnnDsl.Generator.Ir;

/// <summary>Comparisons: masks that equations are written with, 1 where they hold, else 0. No derivative flows through them.</summary>
public static partial class Ops
{
    public static Op GreaterEqual { get; } =
        Comparison("greaterEqual", ">=", (a, b) => a >= b, "GreaterEqual") with
        {
            Tensor = new("ge({1})") { OfNumber = "le({0})", IsComparison = true },
        };

    public static Op LessEqual { get; } =
        Comparison("lessEqual", "<=", (a, b) => a <= b, "LessEqual") with
        {
            Tensor = new("le({1})") { OfNumber = "ge({0})", IsComparison = true },
        };

    public static Op Greater { get; } =
        Comparison("greater", ">", (a, b) => a > b, "Greater") with
        {
            Tensor = new("gt({1})") { OfNumber = "lt({0})", IsComparison = true },
        };

    public static Op Less { get; } =
        Comparison("less", "<", (a, b) => a < b, "Less") with
        {
            Tensor = new("lt({1})") { OfNumber = "gt({0})", IsComparison = true },
        };

    private static Op Comparison(string name, string symbol, Func<double, double, bool> holds, string function) =>
        Mask(
            name,
            2,
            (a, b) => holds(a, b) ? 1 : 0,
            $"VectorMath.{function}({{0}}, {{1}})",
            $"({{0}} {symbol} {{1}})"
        ) with
        {
            Operator = symbol,
            Summary = $"1 where the first {symbol.Replace("<", "&lt;").Replace(">", "&gt;")} the second, else 0",
            Choice = "No derivative flows through it",
            Reference = $"({{0}} {symbol} {{1}} ? 1.0 : 0.0)",
            Adjoint = (_, _, _, _) => [null, null],
        };
}
