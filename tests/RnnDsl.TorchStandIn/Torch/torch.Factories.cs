using RnnDsl.TorchStandIn;
using RnnDsl.TorchStandIn.Kernels;
using RnnDsl.TorchStandIn.Layouts;

namespace TorchSharp;

/// <summary>The stand-in of TorchSharp's functions.</summary>
public static partial class torch
{
    public static Tensor zeros(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => zeros((ReadOnlySpan<long>)size, dtype, device, requires_grad, names);

    public static Tensor zeros(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    )
    {
        Counters.Ran(nameof(zeros));
        return Allocated(size, dtype, device, requires_grad, names);
    }

    public static Tensor empty(
        long[] size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    ) => empty((ReadOnlySpan<long>)size, dtype, device, requires_grad, names);

    /// <summary>Uninitialized elements are NaN, or the least integer, so that a test notices a read of them.</summary>
    public static Tensor empty(
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null
    )
    {
        var tensor = Allocated(size, dtype, device, requires_grad, names);
        if (tensor.Values is float[] floats)
            Array.Fill(floats, float.NaN);
        if (tensor.Values is long[] integers)
            Array.Fill(integers, long.MinValue);
        return tensor;
    }

    private static Tensor Allocated(
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names
    )
    {
        RefuseNames(requires_grad, names);
        var layout = Layout.Contiguous(size);
        return new(
            ElementTypes.NewArray(dtype ?? float32, layout.Count),
            layout,
            Devices.Available(device, layout.Count)
        );
    }

    private static void RefuseNames(bool requires_grad, string[]? names)
    {
        if (requires_grad || names is not null)
            throw new NotSupportedException("No gradients and no named dims here.");
    }
}
