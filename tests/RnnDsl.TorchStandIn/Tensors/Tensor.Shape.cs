using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long[] shape => [.. Layout.Sizes];

        public ScalarType dtype => ElementTypes.Of(Values);

        public Device device => new(Place.type, Place.index);

        public long NumberOfElements => Layout.Count;

        public long ndim => Layout.Rank;

        public long numel() => Layout.Count;

        public long dim() => Layout.Rank;

        public long size(int dim) =>
            ndim > 0 ? Layout.Sizes[Layout.Dim(dim)] : throw Errors.Refused("A tensor without dims has no size.");

        public bool is_contiguous() => Layout.IsContiguous;
    }
}
