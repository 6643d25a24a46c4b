namespace RnnDsl.Generator.Ir;

/// <summary>Elementwise ops that are C# operators.</summary>
public static partial class Ops
{
    public static Op Neg { get; } =
        new("neg", 1, OpKind.Elementwise, ElementwiseShapes.Unary)
        {
            Operator = "-",
            Element = (a, _) => -a,
            Simd = "-{0}",
            Scalar = "-{0}",
            Equation = "-{0}",
            Precedence = 2,
            Adjoint = Unary((_, _, d) => -d),
        };

    public static Op Add { get; } = Infix("add", "+", 1, (a, b) => a + b, (_, _, _, d) => (d, d));

    public static Op Sub { get; } = Infix("sub", "-", 1, (a, b) => a - b, (_, _, _, d) => (d, -d));

    public static Op Mul { get; } = Infix("mul", "*", 2, (a, b) => a * b, (a, b, _, d) => (d * b, d * a));

    public static Op Div { get; } = Infix("div", "/", 2, (a, b) => a / b, (_, b, y, d) => (d / b, -(d * y / b)));

    private static Op Infix(string name, string symbol, int precedence, ElementRule element, BinaryAdjoint adjoint) =>
        new(name, 2, OpKind.Elementwise, ElementwiseShapes.Binary)
        {
            Operator = symbol,
            Element = element,
            Simd = $"{{0}} {symbol} {{1}}",
            Scalar = $"{{0}} {symbol} {{1}}",
            Equation = $"{{0}} {symbol} {{1}}",
            Precedence = precedence,
            Adjoint = Binary(adjoint),
        };
}
