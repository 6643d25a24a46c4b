namespace RnnDsl.Generator.Ir;

/// <summary>Ops on tokens. A token has no derivative: it is data, an index.</summary>
public static partial class Ops
{
    /// <summary>The row of a matrix that a token picks: <c>table[word]</c>.</summary>
    public static Op Lookup { get; } =
        new("lookup", 2, OpKind.Token, TokenShapes.Lookup)
        {
            Equation = "{0}[{1}]",
            Flops = 0,
            Adjoint = (graph, inputs, _, adjoint) => [graph.Add(Scatter!, inputs[1], adjoint), null],
        };

    /// <summary>The matrix of zeros that has d in the row which a token picks.</summary>
    public static Op Scatter { get; } =
        new("scatter", 2, OpKind.Product, TokenShapes.Scatter)
        {
            Equation = "AtRow({0}, {1})",
            Flops = 0,
            Linear = Linearity.Second,
            Parts = PartRule.Never,
            Term = new(Adjoint: 1, Factor: 0, IsByRow: true),
        };

    /// <summary>1 at the place of the token, 0 at all others. Its element rule gets the token and the place.</summary>
    public static Op OneHot { get; } =
        new("oneHot", 1, OpKind.Token, TokenShapes.OneHot)
        {
            Method = "OneHot",
            Element = (token, unit) => token >= unit && unit >= token ? 1 : 0,
            Simd = "VectorMath.OneHot({0}, unit)",
            Tensor = new("eq({units})") { IsComparison = true },
            IsMark = true,
            Parts = PartRule.Whole,
            Equation = "OneHot({0})",
        };
}
