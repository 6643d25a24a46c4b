namespace RnnDsl.Generator.Ir;

/// <summary>A matrix times a vector, and what its adjoints need. Flops count for each element of the matrix.</summary>
public static partial class Ops
{
    /// <summary><c>W * x</c>.</summary>
    public static Op MatVec { get; } =
        new("matvec", 2, OpKind.Product, ProductShapes.MatVec)
        {
            Operator = "*",
            Equation = "{0} * {1}",
            Precedence = 2,
            Flops = 2,
            Linear = Linearity.Each,
            Parts = PartRule.Multiplied,
            Degree = Degrees.Product,
            Adjoint = Binary((w, x, _, d) => (d.Outer(x), w.TransposeTimes(d))),
        };

    /// <summary><c>Transpose(W) * x</c>.</summary>
    public static Op MatTVec { get; } =
        new("matTvec", 2, OpKind.Product, ProductShapes.MatTVec)
        {
            Equation = "{0}ᵀ * {1}",
            Precedence = 2,
            Flops = 2,
            Linear = Linearity.Each,
            Parts = PartRule.Multiplied,
            Degree = Degrees.Product,
            IsTransposed = true,
            Adjoint = Binary((w, x, _, d) => (x.Outer(d), w.Times(d))),
        };

    /// <summary>The matrix of all products of an element of d with one of x.</summary>
    public static Op Outer { get; } =
        new("outer", 2, OpKind.Product, ProductShapes.Outer)
        {
            Equation = "{0} ⊗ {1}",
            Precedence = 2,
            Flops = 1,
            Linear = Linearity.Each,
            Parts = PartRule.Never,
            Term = new(Adjoint: 0, Factor: 1),
        };
}
