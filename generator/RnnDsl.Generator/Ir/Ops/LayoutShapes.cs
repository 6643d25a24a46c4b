namespace RnnDsl.Generator.Ir;

/// <summary>Vectors side by side, and their parts; at each step where they are sequences.</summary>
internal static class LayoutShapes
{
    public static TensorType Concat(IReadOnlyList<TensorType> inputs, Node node)
    {
        var (a, b) = (inputs[0], inputs[1]);
        return a is { IsVec: true, OfExample: null } && b is { IsVec: true, OfExample: null }
            ? TensorType.Vec(new CatDim(a.Dims[0], b.Dims[0])) with
            {
                OverTime = a.OverTime || b.OverTime,
            }
            : throw new ShapeException($"{node.Op} needs two vectors: got {a} and {b}");
    }

    public static TensorType First(IReadOnlyList<TensorType> inputs, Node node) => Part(inputs, node, cat => cat.First);

    public static TensorType Second(IReadOnlyList<TensorType> inputs, Node node) =>
        Part(inputs, node, cat => cat.Second);

    private static TensorType Part(IReadOnlyList<TensorType> inputs, Node node, Func<CatDim, Dim> part) =>
        inputs[0] is { IsVec: true } type && type.Dims[0] is CatDim cat
            ? TensorType.Vec(part(cat)) with
            {
                OverTime = type.OverTime,
            }
            : throw new ShapeException($"{node.Op} needs two vectors side by side: got {inputs[0]}");
}
