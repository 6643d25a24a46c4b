namespace RnnDsl.Generator.Ir;

/// <summary>Whole numbers of values. They are piecewise constant, so no derivative flows through them.</summary>
public static partial class Ops
{
    public static Op Floor { get; } =
        new("floor", 1, OpKind.Elementwise, ElementwiseShapes.Unary)
        {
            Method = "Floor",
            Summary = "The greatest whole number that is not above it",
            Choice = "Its derivative is 0, also at a whole number, where it jumps",
            Reference = "Math.Floor({0})",
            Element = (a, _) => Math.Floor(a),
            Simd = "VectorMath.Floor({0})",
            Scalar = "MathF.Floor({0})",
            Tensor = new("floor()"),
            Equation = "Floor({0})",
            IsCheap = true,
            Degree = Degrees.First,
            Adjoint = (_, _, _, _) => [null],
        };
}
