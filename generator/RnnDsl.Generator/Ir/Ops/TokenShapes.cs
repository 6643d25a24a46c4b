namespace RnnDsl.Generator.Ir;

/// <summary>Types of ops on tokens; over time where an operand is a sequence.</summary>
internal static class TokenShapes
{
    public static TensorType Lookup(IReadOnlyList<TensorType> inputs, Node node)
    {
        var (table, token) = (inputs[0], inputs[1]);
        return table is { IsMat: true, OverTime: false } && token.Step() == TensorType.Token(table.Dims[0])
            ? TensorType.Vec(table.Dims[1]) with
            {
                OverTime = token.OverTime,
            }
            : throw new ShapeException($"{node.Op} needs a matrix and a token of its rows: got {table} and {token}");
    }

    public static TensorType Scatter(IReadOnlyList<TensorType> inputs, Node node)
    {
        var (token, d) = (inputs[0], inputs[1]);
        return token.IsToken && d.IsVec
            ? TensorType.Mat(token.Dims[0], d.Dims[0]) with
            {
                OverTime = token.OverTime || d.OverTime,
            }
            : throw new ShapeException($"{node.Op} needs a token and a vector: got {token} and {d}");
    }

    public static TensorType OneHot(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0].IsToken
            ? inputs[0] with
            {
                IsToken = false,
            }
            : throw new ShapeException($"{node.Op} needs a token: got {inputs[0]}");
}
