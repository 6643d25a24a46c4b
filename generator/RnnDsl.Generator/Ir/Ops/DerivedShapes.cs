namespace RnnDsl.Generator.Ir;

/// <summary>Types of ops between parameters: none is over time.</summary>
internal static class DerivedShapes
{
    public static TensorType Transpose(IReadOnlyList<TensorType> inputs, Node node)
    {
        var matrix = Matrix(inputs[0], node);
        return TensorType.Mat(matrix.Dims[1], matrix.Dims[0]);
    }

    public static TensorType MatMat(IReadOnlyList<TensorType> inputs, Node node)
    {
        var (a, b) = (Matrix(inputs[0], node), Matrix(inputs[1], node));
        return a.Dims[1] == b.Dims[0]
            ? TensorType.Mat(a.Dims[0], b.Dims[1])
            : throw new ShapeException($"{node.Op} of {a} needs a matrix of {a.Dims[1]} rows: got {b}");
    }

    public static TensorType ScaleRows(IReadOnlyList<TensorType> inputs, Node node)
    {
        var matrix = Matrix(inputs[1], node);
        return inputs[0] == TensorType.Vec(matrix.Dims[0])
            ? matrix
            : throw new ShapeException($"{node.Op} of {matrix} needs a vector of {matrix.Dims[0]}: got {inputs[0]}");
    }

    public static TensorType RowSums(IReadOnlyList<TensorType> inputs, Node node) =>
        TensorType.Vec(Matrix(inputs[0], node).Dims[0]);

    public static TensorType Total(IReadOnlyList<TensorType> inputs, Node node)
    {
        Matrix(inputs[0], node);
        return TensorType.Scalar;
    }

    private static TensorType Matrix(TensorType type, Node node) =>
        type is { IsMat: true, OverTime: false }
            ? type
            : throw new ShapeException($"{node.Op} needs a matrix of parameters: got {type}");
}
