namespace RnnDsl.Generator.Ir;

/// <summary>Values without operands, and values whose type is written on the node.</summary>
internal static class LeafShapes
{
    public static TensorType Given(IReadOnlyList<TensorType> inputs, Node node) => node.Type;

    public static TensorType Scalar(IReadOnlyList<TensorType> inputs, Node node) => TensorType.Scalar;

    public static TensorType Size(IReadOnlyList<TensorType> inputs, Node node) =>
        node.Dim is not null ? TensorType.Scalar : throw new ShapeException("size needs a dim, and has none");
}
