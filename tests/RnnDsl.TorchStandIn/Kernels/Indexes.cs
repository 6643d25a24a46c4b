using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>The numbers of a one-dimensional tensor of indexes, checked.</summary>
internal static class Indexes
{
    public static long[] Read(Tensor index, long size)
    {
        if (index.dtype != ScalarType.Int64)
            throw Errors.Refused($"Indexes are Int64, not {index.dtype}.");
        if (index.Layout.Rank > 1)
            throw Errors.Refused($"Indexes have one dim, not {index.shape.Text()}.");
        var all = Packed.Of(index.Values, index.Layout).As<long>();
        foreach (var one in all)
            Check(one, size);
        return all;
    }

    public static void Check(long index, long size)
    {
        if (index < 0 || index >= size)
            throw Errors.Refused($"Index {index} is not among {size}.");
    }
}
