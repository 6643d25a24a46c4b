using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn;

/// <summary>The simulated devices of tensors: all tensors are arrays, but operations refuse tensors of two devices, as libtorch does.</summary>
public static class Devices
{
    [ThreadStatic]
    private static bool hasCuda;

    /// <summary>
    /// Whether the calling thread has a device of type CUDA: the same arrays, which cannot be read or written from outside and
    /// not be mixed with those of the CPU. No part of TorchSharp.
    /// </summary>
    public static bool HasCuda
    {
        get => hasCuda;
        set => hasCuda = value;
    }

    /// <summary>The most elements that a tensor may have on the calling thread; others find no memory. No part of TorchSharp.</summary>
    [field: ThreadStatic]
    public static long? MostElements { get; set; }

    /// <summary>Whether the calling thread finds libtorch; without it no tensor can be made. No part of TorchSharp.</summary>
    [field: ThreadStatic]
    public static bool IsLibraryMissing { get; set; }

    internal static Device Available(Device? device, long elements = 0)
    {
        if (IsLibraryMissing)
            throw new NotSupportedException("This application uses TorchSharp but has no reference to libtorch.");
        if (elements > MostElements)
            throw Errors.Refused($"CUDA out of memory. Tried to allocate {elements * sizeof(float)} bytes.");
        device ??= CPU;
        if (device.type == DeviceType.CPU)
            return device;
        if (device.type != DeviceType.CUDA || !hasCuda)
            throw new InvalidOperationException($"There is no device {device}.");
        return device.index < 0 ? new(DeviceType.CUDA, 0) : device;
    }

    internal static bool Same(Device x, Device y) => x.type == y.type && Math.Max(x.index, 0) == Math.Max(y.index, 0);

    internal static void Check(Tensor own, string kernel, Tensor? second, Tensor? third)
    {
        foreach (var other in (ReadOnlySpan<Tensor?>)[second, third])
            // A single number may come from the CPU.
            if (
                other is not null
                && !Same(own.Place, other.Place)
                && !(other.ndim == 0 && other.Place.type == DeviceType.CPU)
            )
                throw Errors.Refused($"{kernel} was given tensors at {own.Place} and {other.Place}.");
    }

    internal static void RequireCpu(Tensor tensor)
    {
        if (tensor.Place.type != DeviceType.CPU)
            throw new InvalidOperationException($"A tensor at {tensor.Place} is read through a copy on the CPU.");
    }
}
