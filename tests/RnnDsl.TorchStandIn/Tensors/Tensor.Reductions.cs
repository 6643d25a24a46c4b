using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sums, means and the largest over dims; over all of them, where none are named.</summary>
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => New(new Reduction(this, [], keepdim: false, type).Sum());

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            New(new Reduction(this, dim, keepdim, type).Sum());

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            New(new Reduction(this, dim, keepdim, type).Sum());

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            New(new Reduction(this, [dim], keepdim, type).Sum());

        public Tensor mean() => New(new Reduction(this, [], keepdim: false).Mean());

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            New(new Reduction(this, dimensions, keepdim, type).Mean());

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            amax((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amax(params long[] dims) => amax((ReadOnlySpan<long>)dims);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null
                ? New(new Reduction(this, dims, keepdim).Max().Values)
                : throw new NotSupportedException("No amax into another tensor here.");

        public Tensor max() => New(new Reduction(this, [], keepdim: false).Max().Values);

        /// <summary>The largest, and where the first of them is in the dim.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            var (largest, indexes) = new Reduction(this, [dim], keepdim).Max();
            var found = New(largest);
            return (found, new(indexes.Values, found.Layout, Place));
        }
    }
}
