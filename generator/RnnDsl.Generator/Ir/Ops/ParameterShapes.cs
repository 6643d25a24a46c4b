namespace RnnDsl.Generator.Ir;

/// <summary>Types of ops whose only operands are matrices.</summary>
internal static class ParameterShapes
{
    public static TensorType SumOfSquares(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs.Count > 0 && inputs.All(input => input is { IsMat: true, OverTime: false })
            ? TensorType.Scalar
            : throw new ShapeException($"{node.Op} needs matrices: got {string.Join(", ", inputs)}");

    public static TensorType Scale(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0] is { IsScalar: true, OverTime: false } && inputs[1] is { IsMat: true, OverTime: false }
            ? inputs[1]
            : throw new ShapeException($"{node.Op} needs a scalar and a matrix: got {inputs[0]} and {inputs[1]}");
}
