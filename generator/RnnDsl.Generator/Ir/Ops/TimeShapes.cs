namespace RnnDsl.Generator.Ir;

/// <summary>Between sequences and values of the example.</summary>
internal static class TimeShapes
{
    public static TensorType ToValue(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0].OverTime && (!inputs[0].IsToken || node.Op == Ops.Last)
            ? inputs[0].Step()
            : throw new ShapeException($"{node.Op} needs a sequence: got {inputs[0]}");

    public static TensorType ToSequence(IReadOnlyList<TensorType> inputs, Node node) =>
        !inputs[0].OverTime && !inputs[0].IsToken
            ? inputs[0].Lift()
            : throw new ShapeException($"{node.Op} needs one value of the example: got {inputs[0]}");

    public static TensorType Same(IReadOnlyList<TensorType> inputs, Node node) =>
        inputs[0].OverTime ? inputs[0] : throw new ShapeException($"{node.Op} needs a sequence: got {inputs[0]}");
}
