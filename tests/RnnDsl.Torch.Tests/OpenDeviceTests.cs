using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

/// <summary>What is said of a device that is not there.</summary>
[Collection("Devices")]
public sealed class OpenDeviceTests
{
    [Fact]
    public void Cuda_that_the_machine_lacks_is_an_error_that_says_what_to_take()
    {
        Assert.SkipWhen(cuda.is_available(), "The machine has CUDA.");

        var error = Assert.Throws<InvalidOperationException>(() => Devices.Open(new Device(DeviceType.CUDA)));

        Assert.Contains("torch.CPU", error.Message, StringComparison.Ordinal);
    }
}
