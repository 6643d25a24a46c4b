namespace RnnDsl.Generator.Ir;

/// <summary>Values that come from outside, and numbers.</summary>
public static partial class Ops
{
    /// <summary>An argument of the graph.</summary>
    public static Op Input { get; } = new("input", 0, OpKind.Leaf, LeafShapes.Given) { Flops = 0 };

    /// <summary>A trained parameter, by its path.</summary>
    public static Op Parameter { get; } = new("parameter", 0, OpKind.Leaf, LeafShapes.Given) { Flops = 0 };

    /// <summary>The number in <see cref="Node.Number"/>.</summary>
    public static Op Const { get; } = new("const", 0, OpKind.Leaf, LeafShapes.Scalar) { Flops = 0 };

    /// <summary>The adjoint of a training's loss, which all other adjoints are multiples of: the weight of the example.</summary>
    public static Op Seed { get; } = new("seed", 0, OpKind.Leaf, LeafShapes.Scalar) { Flops = 0 };

    /// <summary>How large <see cref="Node.Dim"/> is.</summary>
    public static Op Size { get; } =
        new("size", 0, OpKind.Leaf, LeafShapes.Size)
        {
            Method = "Size",
            Equation = "Size",
            Flops = 0,
        };

    /// <summary>How many time steps the example has; never inside a scan.</summary>
    public static Op Length { get; } =
        new("length", 0, OpKind.Leaf, LeafShapes.Scalar)
        {
            Method = "Length",
            Equation = "Length",
            Flops = 0,
            Degree = (_, _) => 1,
        };

    /// <summary>
    /// In a window of a sequence the number of steps of the whole sequence, and otherwise <see cref="Length"/>; never inside a scan.
    /// </summary>
    public static Op WholeLength { get; } =
        new("wholeLength", 0, OpKind.Leaf, LeafShapes.Scalar)
        {
            Equation = "WholeLength",
            Flops = 0,
            Degree = (_, _) => 1,
        };
}
