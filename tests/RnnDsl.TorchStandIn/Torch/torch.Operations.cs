using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

/// <summary>Operations that are no members of a tensor, and the functions of some that are.</summary>
public static partial class torch
{
    /// <summary>Tensors of one type, with the same sizes but for one dim, one after the other along it.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        if (tensors.Count == 0 || tensors[0].ndim == 0)
            throw Errors.Refused("cat needs tensors with dims.");
        var first = tensors[0];
        var at = first.Layout.Dim(dim);
        var sizes = first.shape;
        foreach (var other in tensors.Skip(1))
        {
            var fits = other.ndim == first.ndim;
            for (var i = 0; fits && i < sizes.Length; i++)
                fits = i == at || other.size(i) == sizes[i];
            if (!fits)
                throw Errors.Refused($"cat along dim {at}: {other.shape.Text()} does not fit {first.shape.Text()}.");
            Devices.Check(first, nameof(cat), other, null);
            sizes[at] += other.size(at);
        }

        var type = ElementTypes.Promoted([.. tensors.Select(part => (part.dtype, true))]);
        var whole = Layout.Contiguous(sizes);
        var result = new Packed(ElementTypes.NewArray(type, whole.Count), sizes);
        var start = 0L;
        foreach (var part in tensors)
        {
            Packed.Of(part.Values, part.Layout).As(type).CopyTo(result.Values, whole.Narrow(at, start, part.size(at)));
            start += part.size(at);
        }
        return first.New(result);
    }

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        input.addmm(mat1, mat2, beta, alpha);

    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        input.addcmul(tensor1, tensor2, value);

    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);
}
