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

    [Fact]
    public void The_host_is_there_by_its_name() => Assert.Equal(DeviceType.CPU, Devices.Open("cpu").type);

    [Theory]
    [InlineData("cuda")]
    [InlineData("cuda:7")]
    [InlineData("gpu")]
    public void A_name_of_no_device_is_an_error_that_says_which_there_are(string name)
    {
        Assert.SkipWhen(cuda.is_available() && name == "cuda", "The machine has CUDA.");

        var error = Assert.Throws<InvalidOperationException>(() => Devices.Open(name));

        Assert.Contains("CUDA", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("native library of Torch is missing", error.Message, StringComparison.Ordinal);
    }
}
