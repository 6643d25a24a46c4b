namespace RnnDsl.Generator.Ir;

/// <summary>A scalar goes with every shape, a value of the example with every step of a sequence; else dims are equal.</summary>
internal static class ElementwiseShapes
{
    public static TensorType Unary(IReadOnlyList<TensorType> inputs, Node node) =>
        !inputs[0].IsToken ? inputs[0] : throw OfToken(node);

    public static TensorType Binary(IReadOnlyList<TensorType> inputs, Node node)
    {
        var (a, b) = (inputs[0], inputs[1]);
        if (a.IsToken || b.IsToken)
        {
            throw OfToken(node);
        }

        if (!a.IsScalar && !b.IsScalar && a.Dims != b.Dims)
        {
            throw new ShapeException($"{node.Op} needs operands of one shape, or a scalar: got {a} and {b}");
        }

        return new TensorType(a.IsScalar ? b.Dims : a.Dims, a.OverTime || b.OverTime);
    }

    public static TensorType Fill(IReadOnlyList<TensorType> inputs, Node node)
    {
        var dim = node.Dim ?? throw new ShapeException("fill needs a dim, and has none");
        return inputs[0].IsScalar
            ? TensorType.Vec(dim) with
            {
                OverTime = inputs[0].OverTime,
            }
            : throw new ShapeException($"fill needs a scalar: got {inputs[0]}");
    }

    private static ShapeException OfToken(Node node) => new($"{node.Op} computes with numbers, which a token is not");
}
