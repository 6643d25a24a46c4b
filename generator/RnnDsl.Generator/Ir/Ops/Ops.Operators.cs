namespace RnnDsl.Generator.Ir;

/// <summary>Elementwise ops that are C# operators.</summary>
public static partial class Ops
{
    public static Op Neg { get; } =
        new("neg", 1, OpKind.Elementwise, ElementwiseShapes.Unary)
        {
            Operator = "-",
            Summary = "The negative",
            Reference = "-{0}",
            Element = (a, _) => -a,
            Simd = "-{0}",
            Scalar = "-{0}",
            Equation = "-{0}",
            Tensor = new("neg()"),
            Precedence = 2,
            Linear = Linearity.First,
            IsInvolution = true,
            IsCheap = true,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => -d),
        };

    public static Op Add { get; } =
        Infix("add", "+", "sum", 1, (a, b) => a + b, (_, _, _, d) => (d, d)) with
        {
            Tensor = new("add({1})") { Term = 1 },
            Commutes = true,
            IsSum = true,
            IsCheap = true,
            Linear = Linearity.Together,
            NeutralFirst = 0,
            NeutralSecond = 0,
            Degree = Degrees.Same,
        };

    public static Op Sub { get; } =
        Infix("sub", "-", "difference", 1, (a, b) => a - b, (_, _, _, d) => (d, -d)) with
        {
            Tensor = new("sub({1})") { OfNumber = "neg().add({0})", Term = -1 },
            IsCheap = true,
            Linear = Linearity.Together,
            NeutralSecond = 0,
            Degree = Degrees.Same,
        };

    public static Op Mul { get; } =
        Infix("mul", "*", "product", 2, (a, b) => a * b, (a, b, _, d) => (d * b, d * a)) with
        {
            Tensor = new("mul({1})"),
            MatrixEquation = "Hadamard({0}, {1})",
            Commutes = true,
            IsCheap = true,
            Linear = Linearity.Each,
            NeutralFirst = 1,
            NeutralSecond = 1,
            Degree = Degrees.Product,
        };

    public static Op Div { get; } =
        Infix("div", "/", "quotient", 2, (a, b) => a / b, (_, b, y, d) => (d / b, -(d * y / b))) with
        {
            Tensor = new("div({1})") { OfNumber = "pow(-1).mul({0})" },
            Linear = Linearity.First,
            NeutralSecond = 1,
            Degree = (a, b) => a - b,
        };

    private static Op Infix(
        string name,
        string symbol,
        string result,
        int precedence,
        ElementRule element,
        BinaryAdjoint adjoint
    ) =>
        new(name, 2, OpKind.Elementwise, ElementwiseShapes.Binary)
        {
            Operator = symbol,
            Summary = $"The {result}",
            Reference = $"{{0}} {symbol} {{1}}",
            Element = element,
            Simd = $"{{0}} {symbol} {{1}}",
            Scalar = $"{{0}} {symbol} {{1}}",
            Equation = $"{{0}} {symbol} {{1}}",
            Precedence = precedence,
            Adjoint = Binary(adjoint),
        };
}
