namespace RnnDsl.Generator.Ir;

/// <summary>The op table.</summary>
public static class Ops
{
    public static Op Input { get; } = new("input", 0, OpKind.Leaf, (_, node) => node.Type);

    public static Op Parameter { get; } = new("parameter", 0, OpKind.Leaf, (_, node) => node.Type);

    public static Op Const { get; } = new("const", 0, OpKind.Leaf, (_, _) => TensorType.Scalar);
}
