using System.Numerics;
using System.Runtime.InteropServices;
using RnnDsl.TorchStandIn.Layouts;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>Products of matrices of one type of floats, summed in Float32.</summary>
internal static class Products
{
    /// <summary>beta · input + alpha · (x · y); with beta 0 the input is not read, whatever it holds.</summary>
    public static Packed AddMatrices(Tensor? input, Tensor x, Tensor y, float beta, float alpha)
    {
        var product = Multiply(x, y);
        var values = product.As<float>();
        if (input is null || beta == 0)
            return (
                alpha == 1 ? product : product with { Values = Array.ConvertAll(values, value => alpha * value) }
            ).As(x.dtype);
        if (input.dtype != x.dtype)
            throw Errors.Refused($"A product of {x.dtype} cannot be added to {input.dtype}.");
        var added = Packed.Of(input.Values, input.Layout.Expand(product.Sizes)).As<float>();
        for (var i = 0; i < values.Length; i++)
            values[i] = beta * added[i] + alpha * values[i];
        return product.As(x.dtype);
    }

    private static Packed Multiply(Tensor x, Tensor y)
    {
        if (x.Layout.Rank != 2 || y.Layout.Rank != 2 || x.shape[1] != y.shape[0])
            throw Errors.Refused($"{x.shape.Text()} and {y.shape.Text()} cannot be multiplied as matrices.");
        if (x.dtype != y.dtype || !ElementTypes.IsFloat(x.dtype))
            throw Errors.Refused($"A product needs two tensors of one type of floats, not {x.dtype} and {y.dtype}.");
        var (rows, inner, columns) = ((int)x.shape[0], (int)x.shape[1], (int)y.shape[1]);
        var (left, right) = (Packed.Of(x.Values, x.Layout).As<float>(), Packed.Of(y.Values, y.Layout).As<float>());
        var product = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        for (var k = 0; k < inner; k++)
            AddScaled(
                left[row * inner + k],
                right.AsSpan(k * columns, columns),
                product.AsSpan(row * columns, columns)
            );
        return new(product, [rows, columns]);
    }

    private static void AddScaled(float factor, ReadOnlySpan<float> x, Span<float> sum)
    {
        var wideX = MemoryMarshal.Cast<float, Vector<float>>(x);
        var wideSum = MemoryMarshal.Cast<float, Vector<float>>(sum);
        for (var i = 0; i < wideSum.Length; i++)
            wideSum[i] += wideX[i] * factor;
        for (var i = wideSum.Length * Vector<float>.Count; i < sum.Length; i++)
            sum[i] += x[i] * factor;
    }
}
