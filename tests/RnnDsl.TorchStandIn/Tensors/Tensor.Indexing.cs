using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Rows (of any dim) that a tensor of indexes picks.</summary>
    public partial class Tensor
    {
        public Tensor index_select(long dim, Tensor index)
        {
            var at = Layout.Dim(dim);
            var indexes = Indexes.Read(index, size(at));
            var picked = Layout.Contiguous([.. Layout.Sizes[..at], indexes.Length, .. Layout.Sizes[(at + 1)..]]);
            var result = new Packed(ElementTypes.NewArray(dtype, picked.Count), picked.Sizes);
            for (var i = 0; i < indexes.Length; i++)
                Packed.Of(Values, Layout.Select(at, indexes[i])).CopyTo(result.Values, picked.Select(at, i));
            return New(result, index);
        }

        /// <summary>Of several rows for one place the last stays, where libtorch leaves it open.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            var rows = Rows(dim, index, source, nameof(index_copy_));
            foreach (var (own, other) in rows)
                Packed.Of(source.Values, other).CopyTo(Values, own);
            return this;
        }

        /// <summary>Several rows for one place are all added.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            var rows = Rows(dim, index, source, nameof(index_add_));
            foreach (var (own, other) in rows)
            {
                var sum = Sum(Operand.Of(Values, own), Operand.Of(source.Values, other), alpha);
                sum.As(dtype).CopyTo(Values, own);
            }
            return this;
        }

        /// <summary>this[i][index[i, j], ...], with the index's sizes.</summary>
        public Tensor gather(long dim, Tensor index)
        {
            var at = Layout.Dim(dim);
            var fits = index.Layout.Rank == Layout.Rank && index.dtype == ScalarType.Int64;
            for (var i = 0; fits && i < Layout.Rank; i++)
                fits = i == at || index.size(i) <= size(i);
            if (!fits)
                throw Errors.Refused(
                    $"{shape.Text()} cannot gather by {index.dtype} {index.shape.Text()} along dim {at}."
                );

            var indexes = Packed.Of(index.Values, index.Layout).As<long>();
            // The places of index 0 of the dim, for each element of the result.
            var strides = Layout.Strides.Select((stride, i) => i == at ? 0 : stride).ToArray();
            var places = new Layout(index.Layout.Sizes, strides, Layout.Offset).Positions();
            var result = ElementTypes.NewArray(dtype, indexes.Length);
            for (var i = 0; i < indexes.Length; i++)
            {
                Indexes.Check(indexes[i], size(at));
                Array.Copy(Values, places[i] + indexes[i] * Layout.Strides[at], result, i, 1);
            }
            return New(new(result, index.shape), index);
        }

        private List<(Layout Own, Layout Other)> Rows(long dim, Tensor index, Tensor source, string kernel)
        {
            if (index.dtype != ScalarType.Int64)
                throw new ArgumentException($"The indexes of {kernel} are Int64, not {index.dtype}.", nameof(index));
            var at = Layout.Dim(dim);
            var indexes = Indexes.Read(index, size(at));
            long[] expected = [.. Layout.Sizes[..at], indexes.Length, .. Layout.Sizes[(at + 1)..]];
            if (source.dtype != dtype || !source.Layout.Sizes.AsSpan().SequenceEqual(expected))
                throw Errors.Refused(
                    $"{kernel} needs a source of {dtype} {expected.Text()}, not of {source.dtype} {source.shape.Text()}."
                );
            Devices.Check(this, kernel, index, source);
            Overlap.RefuseInside(this, kernel);
            Overlap.RefuseAny(this, source, kernel);
            Counters.Ran(kernel);
            return [.. indexes.Select((index, i) => (Layout.Select(at, index), source.Layout.Select(at, i)))];
        }
    }
}
