using System.Runtime.InteropServices;
using RnnDsl.Simd;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>Translates failures of libtorch during a pass.</summary>
internal static class DeviceFailure
{
    /// <summary>The exception to throw instead; null where the failure is not the device's.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="device">The device.</param>
    /// <param name="lengths">The batch.</param>
    public static Exception? Explain(Exception failure, Device device, Lengths lengths) =>
        failure switch
        {
            InsufficientMemoryException => null,
            // "CUDA out of memory", or of the CPU "can't allocate memory".
            ExternalException
            or OutOfMemoryException
                when failure is OutOfMemoryException || failure.Message.Contains("memory", StringComparison.Ordinal) =>
                new InsufficientMemoryException(
                    $"The device {device} has not enough memory for {lengths.Rows} examples of up to {lengths.Steps} steps: "
                        + "take a smaller BatchSize, or Truncate the sequences. No parameter has changed in this step. "
                        + failure.Message,
                    failure
                ),
            ExternalException => new InvalidOperationException(
                $"The device {device} failed. No parameter has changed in this step. {failure.Message}",
                failure
            ),
            _ => null,
        };
}
