namespace RnnDsl.Generator.Ir;

/// <summary>A vector to a scalar; one at each step where it is a sequence.</summary>
internal static class ReductionShapes
{
    public static TensorType OverElements(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0].IsVec
            ? TensorType.Scalar with
            {
                OverTime = inputs[0].OverTime,
            }
            : throw new ShapeException($"{node.Op} needs a vector: got {inputs[0]}");

    public static TensorType AtToken(IReadOnlyList<TensorType> inputs, Node node)
    {
        var (x, token) = (inputs[0], inputs[1]);
        return x.IsVec && token.IsToken && x.Dims == token.Dims
            ? TensorType.Scalar with
            {
                OverTime = x.OverTime || token.OverTime,
            }
            : throw new ShapeException($"{node.Op} needs a vector and a token of its dim: got {x} and {token}");
    }
}
