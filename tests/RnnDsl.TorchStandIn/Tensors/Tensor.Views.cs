using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Other tensors over the same array.</summary>
    public partial class Tensor
    {
        public Tensor narrow(long dim, long start, long length) => View(Layout.Narrow(dim, start, length));

        public Tensor select(long dim, long index) => View(Layout.Select(dim, index));

        public Tensor unsqueeze(long dim) => View(Layout.Unsqueeze(dim));

        public Tensor transpose(long dim0, long dim1) => View(Layout.Transpose(dim0, dim1));

        public Tensor t() =>
            Layout.Rank switch
            {
                < 2 => View(Layout),
                2 => View(Layout.Transpose(0, 1)),
                _ => throw Errors.Refused($"t() is for at most two dims, not for {shape.Text()}."),
            };

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => View(Layout.Expand(sizes));

        public Tensor expand(long[] sizes, bool isImplicit = false) => View(Layout.Expand(sizes));

        public Tensor expand(params long[] sizes) => View(Layout.Expand(sizes));

        public Tensor view(params long[] shape) =>
            Layout.Viewed(Layout.Inferred(shape)) is { } viewed
                ? View(viewed)
                : throw Errors.Refused(
                    $"{this.shape.Text()} with strides {Layout.Strides.Text()} has no view as {shape.Text()}: reshape copies."
                );

        /// <summary>A view if possible, otherwise a copy.</summary>
        public Tensor reshape(params long[] shape)
        {
            var sizes = Layout.Inferred(shape);
            return Layout.Viewed(sizes) is { } viewed
                ? View(viewed)
                : New(Packed.Of(Values, Layout) with { Sizes = sizes });
        }

        public Tensor detach() => View(Layout);
    }
}
