namespace RnnDsl.Generator.Ir;

/// <summary>Products; one at each step where an operand is a sequence.</summary>
internal static class ProductShapes
{
    public static TensorType MatVec(IReadOnlyList<TensorType> inputs, Node node) =>
        Product(inputs, node, result: 0, summed: 1);

    public static TensorType MatTVec(IReadOnlyList<TensorType> inputs, Node node) =>
        Product(inputs, node, result: 1, summed: 0);

    public static TensorType Outer(IReadOnlyList<TensorType> inputs, Node node)
    {
        var (d, x) = (inputs[0], inputs[1]);
        return d.IsVec && x.IsVec
            ? TensorType.Mat(d.Dims[0], x.Dims[0]) with
            {
                OverTime = d.OverTime || x.OverTime,
            }
            : throw new ShapeException($"{node.Op} needs two vectors: got {d} and {x}");
    }

    private static TensorType Product(IReadOnlyList<TensorType> inputs, Node node, int result, int summed)
    {
        var (matrix, vector) = (inputs[0], inputs[1]);
        if (!matrix.IsMat)
        {
            throw new ShapeException($"{node.Op} needs a matrix first: got {matrix} and {vector}");
        }

        var expected = TensorType.Vec(matrix.Dims[summed]);
        return vector.Step() == expected
            ? TensorType.Vec(matrix.Dims[result]) with
            {
                OverTime = matrix.OverTime || vector.OverTime,
            }
            : throw new ShapeException($"{node.Op} of {matrix} needs {expected}: got {vector}");
    }
}
