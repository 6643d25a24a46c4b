using RnnDsl.Numerics;

namespace RnnDsl.Generator.Ir;

/// <summary>Functions that <see cref="Math"/> lacks, and powers. Their references are in <see cref="SpecialFunctions"/>.</summary>
public static partial class Ops
{
    private const double TwoOverRootPi = 1.1283791670955126;

    public static Op Erf { get; } =
        Special("erf", "Erf", SpecialFunctions.Erf, (a, _, d) => d * (TwoOverRootPi * Bell(a))) with
        {
            Summary = "The error function, <c>2 / sqrt(pi)</c> times the integral of <c>exp(-t * t)</c> from 0 to x",
        };

    public static Op Erfc { get; } =
        Special("erfc", "Erfc", SpecialFunctions.Erfc, (a, _, d) => -(d * (TwoOverRootPi * Bell(a)))) with
        {
            Summary = "<c>1 - Erf(x)</c>, accurate where that is small",
        };

    public static Op Expm1 { get; } =
        Special("expm1", "Expm1", SpecialFunctions.Expm1, (_, y, d) => d * (1 + y)) with
        {
            Summary = "<c>Exp(x) - 1</c>, accurate where x is small",
            Tensor = new("expm1()"),
        };

    public static Op Atan { get; } =
        Function("atan", "Atan", Math.Atan, (a, _, d) => d / (1 + a.Apply(Square))) with
        {
            Summary = "The arc tangent, an angle in radians",
        };

    public static Op LogGamma { get; } =
        Special("logGamma", "LogGamma", SpecialFunctions.LogGamma, (a, _, d) => d * a.Apply(Digamma!)) with
        {
            Summary = "The logarithm of the absolute value of the gamma function",
            Choice = "It is infinite at 0 and at the negative integers",
            Tensor = new("lgamma()") { InPlace = false },
        };

    /// <summary>The derivative of <see cref="LogGamma"/>, which adjoints alone compute.</summary>
    public static Op Digamma { get; } =
        Special("digamma", "Digamma", SpecialFunctions.Digamma, (_, _, d) => d) with
        {
            Method = null,
            Reference = null,
            Adjoint = null,
            Tensor = new("digamma()"),
        };

    public static Op Pow { get; } =
        new("pow", 2, OpKind.Elementwise, ElementwiseShapes.Binary)
        {
            Method = "Pow",
            Summary = "The first to the power of the second",
            Choice =
                "Of a negative number a power that is no whole number is NaN, and so is the derivative by the exponent; of 0 the derivative "
                + "by the exponent is 0. <c>Square</c> and <c>Sqrt</c> are faster",
            Reference = "Math.Pow({0}, {1})",
            Element = Math.Pow,
            Simd = "VectorMath.Pow({0}, {1})",
            Scalar = "MathF.Pow({0}, {1})",
            Tensor = new("pow({1})") { OfNumber = "Tensors::TensorFunctions.Pow({0}, {1})" },
            Equation = "Pow({0}, {1})",
            NeutralSecond = 1,
            // Where the exponent or the number is 0, what it multiplies may be infinite.
            Adjoint = Binary((a, b, y, d) => (d * (b * a.Power(b - 1)).Where(b), d * (y * a.Apply(Log)).Where(a))),
        };

    private static Op Special(string name, string method, Func<double, double> element, UnaryAdjoint adjoint) =>
        Function(name, method, element, adjoint) with
        {
            Reference = $"SpecialFunctions.{method}({{0}})",
            Scalar = $"Tensors::ScalarMath.{method}({{0}})",
            Tensor = new($"{name}()") { InPlace = false },
        };

    private static Term Bell(Term a) => (-a.Apply(Square)).Apply(Exp);
}
