namespace RnnDsl.Generator.Ir;

/// <summary>Over the elements of a vector, to a scalar.</summary>
public static partial class Ops
{
    public static Op Sum { get; } =
        new("sum", 1, OpKind.Reduction, ReductionShapes.OverElements)
        {
            Method = "Sum",
            Simd = "Sum",
            Tensor = new("sum(1, keepdim: true)"),
            Equation = "Sum({0})",
            Linear = Linearity.First,
            Parts = PartRule.Joined,
            JoinedBy = () => Add,
            Degree = Degrees.First,
            Adjoint = Unary((a, _, d) => d.Fill(a.Type.Dims[0])),
        };

    /// <summary>The largest element; equal ones share the derivative.</summary>
    public static Op Max { get; } =
        new("max", 1, OpKind.Reduction, ReductionShapes.OverElements)
        {
            Method = "Max",
            Simd = "Max",
            Tensor = new("amax([1], keepdim: true)"),
            Equation = "Max({0})",
            Parts = PartRule.Joined,
            JoinedBy = () => Maximum,
            Degree = Degrees.First,
            Adjoint = Unary((a, y, d) => Share(d, a.Equal(y))),
        };

    /// <summary>The element at the place of a token.</summary>
    public static Op At { get; } =
        new("at", 2, OpKind.Reduction, ReductionShapes.AtToken)
        {
            Equation = "{0}[{1}]",
            Flops = 0,
            Linear = Linearity.First,
            Parts = PartRule.Whole,
            Degree = Degrees.First,
            Adjoint = (graph, inputs, _, adjoint) => [graph.Add(Mul, graph.Add(OneHot!, inputs[1]), adjoint), null],
        };

    private static Term Share(Term adjoint, Term mask) => adjoint / mask.Sum() * mask;
}
