using RnnDsl.TorchStandIn.Layouts;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>The operand of an element-wise kernel: a tensor, or a number, which has no dims.</summary>
internal readonly struct Operand
{
    private readonly Array values;
    private readonly Layout layout;

    private Operand(Array values, Layout layout) => (this.values, this.layout) = (values, layout);

    public long[] Sizes => layout.Sizes;

    public ScalarType Type => ElementTypes.Of(values);

    /// <summary>The type that determines the result's type.</summary>
    public (ScalarType, bool) Weight => (Type, layout.Rank > 0);

    public static Operand Of(Array values, Layout layout) => new(values, layout);

    public static implicit operator Operand(Tensor tensor) => new(tensor.Values, tensor.Layout);

    public static implicit operator Operand(Scalar scalar) => new(scalar.Values, Layout.Contiguous([]));

    public Packed Read(long[] sizes) => Packed.Of(values, layout.Expand(sizes));
}
