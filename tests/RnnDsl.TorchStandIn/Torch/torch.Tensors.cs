using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

/// <summary>Tensors of what an array holds: copies.</summary>
public static partial class torch
{
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Copied([scalar], [], null, device, requires_grad, null);

    public static Tensor tensor(
        float[] rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    public static Tensor tensor(
        float[] rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(rawArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<float> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(rawArray, [rawArray.Count], dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<float> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(rawArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        long scalar,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false
    ) => Copied([scalar], [], dtype, device, requires_grad, null);

    public static Tensor tensor(
        long[] dataArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(dataArray, [dataArray.Length], dtype, device, requires_grad, names);

    public static Tensor tensor(
        long[] dataArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(dataArray, dimensions, dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<long> rawArray,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(rawArray, [rawArray.Count], dtype, device, requires_grad, names);

    public static Tensor tensor(
        IList<long> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => Copied(rawArray, dimensions, dtype, device, requires_grad, names);

    private static Tensor Copied<T>(
        IList<T> values,
        ReadOnlySpan<long> sizes,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    )
    {
        RefuseNames(requires_grad, names);
        var layout = Layout.Contiguous(sizes);
        if (layout.Count > values.Count)
            throw new ArgumentException($"{values.Count} numbers do not fill {layout.Sizes.Text()}.", nameof(values));
        Counters.Ran(nameof(tensor));
        var copied = new Packed(values.Take((int)layout.Count).ToArray(), layout.Sizes);
        return new(copied.As(dtype ?? copied.Type).Values, layout, Devices.Available(device));
    }
}
