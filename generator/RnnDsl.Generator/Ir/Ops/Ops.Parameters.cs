namespace RnnDsl.Generator.Ir;

/// <summary>Ops whose only operands are matrices that are parameters: penalties, and their part of gradients.</summary>
public static partial class Ops
{
    /// <summary>A number times a matrix: a term of its gradient.</summary>
    public static Op Scale { get; } =
        new("scale", 2, OpKind.Parameter, ParameterShapes.Scale)
        {
            Equation = "{0} * {1}",
            Precedence = 2,
            Flops = 2,
            Parts = PartRule.Never,
            Term = new(Adjoint: 0, Factor: null, Scaled: 1),
        };

    /// <summary>The sum of the squares of all elements of its operands.</summary>
    public static Op SumOfSquares { get; } =
        new("sumOfSquares", -1, OpKind.Parameter, ParameterShapes.SumOfSquares)
        {
            Method = "SumOfSquares",
            Equation = "SumOfSquares({0})",
            Flops = 2,
            Parts = PartRule.Listed,
            Adjoint = (graph, inputs, _, d) =>
            {
                var factor = graph.Add(Mul, graph.Const(2), d);
                graph.SetName(factor, "decay");
                return inputs.Select(matrix => (int?)graph.Add(Scale, factor, matrix)).ToList();
            },
        };

    /// <summary>
    /// <see cref="SumOfSquares"/> of all matrices of a cell or layer (<see cref="Node.Callee"/>), which the linker looks up.
    /// </summary>
    public static Op L2 { get; } = new("l2", 0, OpKind.Region, LeafShapes.Scalar) { Method = "L2", Flops = 0 };
}
