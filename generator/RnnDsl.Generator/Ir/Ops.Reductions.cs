using RnnDsl.Generator.Shapes;

namespace RnnDsl.Generator.Ir;

/// <summary>Over the elements of a vector, to a scalar.</summary>
public static partial class Ops
{
    public static Op Sum { get; } =
        new("sum", 1, OpKind.Reduction, ReductionShapes.OverElements)
        {
            Method = "Sum",
            Equation = "Sum({0})",
            Adjoint = Unary((a, _, d) => d.Fill(a.Type.Dims[0])),
        };

    /// <summary>The largest element; equal ones share the derivative.</summary>
    public static Op Max { get; } =
        new("max", 1, OpKind.Reduction, ReductionShapes.OverElements)
        {
            Method = "Max",
            Equation = "Max({0})",
            Adjoint = Unary((a, y, d) => Share(d, a.Equal(y))),
        };

    private static Term Share(Term adjoint, Term mask) => adjoint / mask.Sum() * mask;
}
