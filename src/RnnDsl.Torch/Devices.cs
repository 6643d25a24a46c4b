using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>The devices that this machine has.</summary>
public static class Devices
{
    /// <summary>Checks the type of what products read and write.</summary>
    /// <param name="storage">The type.</param>
    /// <returns>The same type.</returns>
    /// <exception cref="ArgumentException">It is neither Float32 nor BFloat16.</exception>
    public static ScalarType Storage(ScalarType storage) =>
        storage is ScalarType.Float32 or ScalarType.BFloat16
            ? storage
            : throw new ArgumentException(
                $"Products read and write Float32 or BFloat16, not {storage}.",
                nameof(storage)
            );

    /// <summary>The device with a name, checked before any work begins.</summary>
    /// <param name="description"><c>cpu</c>, <c>cuda</c>, or one of several: <c>cuda:1</c>.</param>
    /// <exception cref="InvalidOperationException">
    /// The text names no device, or the machine lacks the device or the native library of Torch.
    /// </exception>
    public static Device Open(string description)
    {
        ArgumentException.ThrowIfNullOrEmpty(description);
        Device device;
        try
        {
            device = torch.device(description);
        }
        catch (Exception exception)
            when (exception
                    is InvalidOperationException
                        or ArgumentException
                        or FormatException
                        or NotSupportedException
                        or DllNotFoundException
                        or TypeInitializationException
            )
        {
            throw new InvalidOperationException(
                $"The device '{description}' cannot be used: expected cpu, cuda or cuda:N, and for CUDA a package with it "
                    + "(TorchSharp-cuda-linux, TorchSharp-cuda-windows) on a machine with a driver. "
                    + exception.Message,
                exception
            );
        }

        return Open(device);
    }

    /// <summary>Checks that a device can be used, before any work begins.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The same device.</returns>
    /// <exception cref="InvalidOperationException">The machine lacks the device or the native library of Torch.</exception>
    public static Device Open(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        try
        {
            if (device.type == DeviceType.CUDA && !cuda.is_available())
            {
                throw new InvalidOperationException(
                    "The device is CUDA, but this machine has none that Torch can use: take torch.CPU, or reference a package with "
                        + "CUDA (TorchSharp-cuda-linux, TorchSharp-cuda-windows) on a machine with a driver."
                );
            }

            using var probe = zeros([1], device: device);
            return device;
        }
        catch (Exception exception)
            when (exception is DllNotFoundException or TypeInitializationException or NotSupportedException)
        {
            throw new InvalidOperationException(
                "The native library of Torch is missing: reference TorchSharp-cpu, or a package with CUDA, beside TorchSharp.",
                exception
            );
        }
        catch (System.Runtime.InteropServices.ExternalException exception)
        {
            throw new InvalidOperationException($"The device {device} cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>Refuses a number of threads: libtorch chooses the threads of tensor operations, not a training loop.</summary>
    /// <param name="threads">0; any other number is refused.</param>
    /// <exception cref="NotSupportedException">It is not 0.</exception>
    public static void RequireNoThreads(int threads)
    {
        if (threads != 0)
        {
            throw new NotSupportedException(
                FormattableString.Invariant(
                    $"Threads = {threads} is for trainings without tensors: libtorch decides for the whole process, with torch.set_num_threads({threads})."
                )
            );
        }
    }
}
