using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What copies and fills.</summary>
    public partial class Tensor
    {
        /// <summary>This tensor's elements where they are in order already; a new wrapper in any case.</summary>
        public Tensor contiguous() => Layout.IsContiguous ? View(Layout) : New(Packed.Of(Values, Layout));

        public Tensor clone() => New(Packed.Of(Values, Layout));

        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            var packed = Packed.Of(source.Values, source.Layout.Expand(Layout.Sizes)).As(dtype);
            // The one operation that reads another device.
            Overlap.RefusePartial(this, source, nameof(copy_));
            return Store(packed);
        }

        public Tensor fill_(Scalar value) => Store(((Operand)value).Read(Layout.Sizes).As(dtype));

        /// <summary>Sets elements to zero, and returns, in all versions of TorchSharp, another wrapper.</summary>
        public Tensor zero_() => Store(((Operand)(Scalar)0).Read(Layout.Sizes).As(dtype)).View(layout);
    }
}
