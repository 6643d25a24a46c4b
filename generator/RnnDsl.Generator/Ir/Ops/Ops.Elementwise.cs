namespace RnnDsl.Generator.Ir;

/// <summary>Elementwise functions. Where the derivative can be had from the output y, the input need not be kept.</summary>
public static partial class Ops
{
    public static Op Sigmoid { get; } =
        Function("sigmoid", "Sigmoid", a => 1 / (1 + Math.Exp(-a)), (_, y, d) => d * (y * (1 - y))) with
        {
            Summary = "The logistic function <c>1 / (1 + exp(-x))</c>",
            Reference = "1 / (1 + Math.Exp(-{0}))",
            Scalar = "Tensors::ScalarMath.Sigmoid({0})",
        };

    public static Op Tanh { get; } =
        Function("tanh", "Tanh", Math.Tanh, (_, y, d) => d * (1 - (y * y))) with
        {
            Summary = "The hyperbolic tangent",
        };

    public static Op Relu { get; } =
        Function("relu", "Relu", a => Math.Max(a, 0), (_, y, d) => d * y.Step()) with
        {
            Summary = "<c>x</c> where it is positive, else 0",
            Choice = "Its derivative at 0 is 0, that of <c>Max(x, 0)</c> is 1",
            Reference = "Math.Max({0}, 0)",
            Scalar = "MathF.Max({0}, 0f)",
            IsCheap = true,
            Degree = Degrees.First,
        };

    public static Op Exp { get; } =
        Function("exp", "Exp", Math.Exp, (_, y, d) => d * y) with
        {
            Summary = "The exponential function",
        };

    public static Op Log { get; } =
        Function("log", "Log", Math.Log, (a, _, d) => d / a) with
        {
            Summary = "The natural logarithm",
        };

    public static Op Sqrt { get; } =
        Function("sqrt", "Sqrt", Math.Sqrt, (_, y, d) => 0.5 * d / y) with
        {
            Summary = "The square root",
            Choice = "Its derivative at 0 is infinite",
            Degree = (a, _) => a / 2,
        };

    public static Op Sin { get; } =
        Function("sin", "Sin", Math.Sin, (a, _, d) => d * a.Apply(Cos!)) with
        {
            Summary = "The sine of an angle in radians",
        };

    public static Op Cos { get; } =
        Function("cos", "Cos", Math.Cos, (a, _, d) => -(d * a.Apply(Sin))) with
        {
            Summary = "The cosine of an angle in radians",
        };

    public static Op Softplus { get; } =
        Function("softplus", "Softplus", LogOnePlusExp, (a, _, d) => d * a.Apply(Sigmoid)) with
        {
            Summary = "<c>log(1 + exp(x))</c>, of which no exponential overflows",
            Choice = "Its derivative is <c>Sigmoid(x)</c>",
            Reference = "Math.Max({0}, 0) + 2 * Math.Atanh(1 / (1 + 2 * Math.Exp(Math.Abs({0}))))",
            Tensor = new("softplus()") { InPlace = false },
            Scalar = "(MathF.Max({0}, 0f) + 2f * MathF.Atanh(1f / (1f + 2f * MathF.Exp(MathF.Abs({0})))))",
        };

    public static Op Square { get; } =
        Function("square", "Square", a => a * a, (a, _, d) => d * (2 * a)) with
        {
            Summary = "<c>x * x</c>",
            Reference = "{0} * {0}",
            Scalar = "Tensors::ScalarMath.Square({0})",
            Tensor = new("square()") { InPlace = false },
            IsCheap = true,
            Degree = (a, _) => 2 * a,
        };

    public static Op Abs { get; } =
        Function("abs", "Abs", Math.Abs, (a, _, d) => d * a.Sign()) with
        {
            Summary = "The absolute value",
            Choice = "Its derivative at 0 is 0",
            IsCheap = true,
            Degree = Degrees.First,
        };

    /// <summary>A vector of <see cref="Node.Dim"/> equal elements.</summary>
    public static Op Fill { get; } =
        new("fill", 1, OpKind.Elementwise, ElementwiseShapes.Fill)
        {
            Element = (a, _) => a,
            Simd = "{0}",
            Scalar = "{0}",
            Tensor = new(""),
            Equation = "{0}",
            Flops = 0,
            Linear = Linearity.First,
            IsCheap = true,
            Degree = Degrees.First,
            Adjoint = Unary((_, _, d) => d.Sum()),
        };

    /// <summary>
    /// Its operand, which gets no derivative. The scheduler puts the operand in its place: by then all adjoints are there.
    /// </summary>
    public static Op StopGradient { get; } =
        new("stopGradient", 1, OpKind.Elementwise, ElementwiseShapes.Unary)
        {
            Method = "StopGradient",
            Summary = "The operand itself, but as data",
            Choice = "Its derivative is left out of every gradient",
            Reference = "{0}",
            Element = (a, _) => a,
            Simd = "{0}",
            Scalar = "{0}",
            Tensor = new(""),
            Equation = "StopGradient({0})",
            Flops = 0,
            Degree = Degrees.First,
            Adjoint = (_, _, _, _) => [null],
        };

    private static Op Function(string name, string method, Func<double, double> element, UnaryAdjoint adjoint) =>
        new(name, 1, OpKind.Elementwise, ElementwiseShapes.Unary)
        {
            Method = method,
            Reference = $"Math.{method}({{0}})",
            Element = (a, _) => element(a),
            Simd = $"VectorMath.{method}({{0}})",
            Scalar = $"MathF.{method}({{0}})",
            Tensor = new($"{name}()"),
            Equation = $"{method}({{0}})",
            Adjoint = Unary(adjoint),
        };

    // The framework that the generator is built for has no inverse of tanh. A small power is not lost in the sum with 1.
    private static double LogOnePlusExp(double a)
    {
        var power = Math.Exp(-Math.Abs(a));
        var sum = 1 + power;
        return Math.Max(a, 0) + (sum > 1 ? Math.Log(sum) * (power / (sum - 1)) : power);
    }
}
