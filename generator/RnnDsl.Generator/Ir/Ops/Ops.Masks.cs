namespace RnnDsl.Generator.Ir;

/// <summary>1 where something holds, else 0: what adjoints multiply by.</summary>
public static partial class Ops
{
    /// <summary>1 where the operand is above zero, else 0.</summary>
    public static Op Step { get; } =
        Mask("step", 1, (a, _) => a > 0 ? 1 : 0, "VectorMath.Step({0})", "({0} > 0)") with
        {
            Tensor = new("gt(0f)") { IsComparison = true },
        };

    /// <summary>-1, 0 or 1.</summary>
    public static Op Sign { get; } =
        Mask(
            "sign",
            1,
            (a, _) =>
                a > 0 ? 1
                : a < 0 ? -1
                : 0,
            "VectorMath.Sign({0})",
            "Sign({0})"
        ) with
        {
            Tensor = new("sign()"),
        };

    public static Op Equal { get; } =
        Mask("equal", 2, (a, b) => a >= b && b >= a ? 1 : 0, "VectorMath.Equal({0}, {1})", "({0} == {1})") with
        {
            Tensor = new("eq({1})") { OfNumber = "eq({0})", IsComparison = true },
        };

    // Piecewise constant, so no derivative flows through them.
    private static Op Mask(string name, int arity, ElementRule element, string simd, string equation) =>
        new(name, arity, OpKind.Elementwise, arity == 1 ? ElementwiseShapes.Unary : ElementwiseShapes.Binary)
        {
            Element = element,
            Simd = simd,
            Scalar = simd.Replace("VectorMath", "Tensors::ScalarMath"),
            Equation = equation,
            IsCheap = true,
        };
}
