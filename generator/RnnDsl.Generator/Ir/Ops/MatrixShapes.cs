namespace RnnDsl.Generator.Ir;

/// <summary>Between matrices of the example, and vectors of their rows or columns; at each step where the operand is a sequence.</summary>
internal static class MatrixShapes
{
    public static TensorType EachColumn(IReadOnlyList<TensorType> inputs, Node node) =>
        Repeat(inputs[0], node, dim => dim.Rows);

    public static TensorType EachRow(IReadOnlyList<TensorType> inputs, Node node) =>
        Repeat(inputs[0], node, dim => dim.Columns);

    public static TensorType SumColumns(IReadOnlyList<TensorType> inputs, Node node) =>
        Sum(inputs[0], node, dim => dim.Rows);

    public static TensorType SumRows(IReadOnlyList<TensorType> inputs, Node node) =>
        Sum(inputs[0], node, dim => dim.Columns);

    public static TensorType Elements(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0] is { IsMat: true, OverTime: false }
            ? inputs[0].InExample()
            : throw new ShapeException($"{node.Op} needs a matrix that is a parameter: got {inputs[0]}");

    public static TensorType Gradient(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0].OfExample is { } dim
            ? TensorType.Mat(dim.Rows, dim.Columns) with
            {
                OverTime = inputs[0].OverTime,
            }
            : throw new ShapeException($"{node.Op} needs a matrix of the example: got {inputs[0]}");

    private static TensorType Repeat(TensorType vector, Node node, Func<MatDim, Dim> side)
    {
        var dim = node.Dim as MatDim ?? throw new ShapeException($"{node.Op} needs rows and columns, and has none");
        return vector.IsVec && vector.Dims[0] == side(dim)
            ? vector with
            {
                Dims = new([dim]),
            }
            : throw new ShapeException($"{node.Op} of {dim} needs a vector of {side(dim)}: got {vector}");
    }

    private static TensorType Sum(TensorType matrix, Node node, Func<MatDim, Dim> side) =>
        matrix.OfExample is { } dim
            ? matrix with
            {
                Dims = new([side(dim)]),
            }
            : throw new ShapeException($"{node.Op} needs a matrix of the example: got {matrix}");
}
