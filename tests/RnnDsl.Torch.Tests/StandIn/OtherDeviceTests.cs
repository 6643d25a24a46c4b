using RnnDsl.Tests.Nets;
using RnnDsl.Torch.Tests.Nets;
using RnnDsl.TorchStandIn;
using TorchSharp;
using static TorchSharp.torch;
using CpuNets = RnnDsl.Tests.Nets.Nets;

namespace RnnDsl.Torch.Tests.StandIn;

/// <summary>Every net on a device whose tensors cannot be read or mixed with those of the host.</summary>
[Collection("Devices")]
public sealed class OtherDeviceTests : IDisposable
{
    public OtherDeviceTests() => TorchStandIn.Devices.HasCuda = true;

    public static TheoryData<string> Names => [.. CpuNets.Names];

    public void Dispose()
    {
        TorchStandIn.Devices.HasCuda = false;
        TorchStandIn.Devices.MostElements = null;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_and_prediction_are_those_of_the_cpu(string name)
    {
        using var backend = new TensorBackend(new Device(DeviceType.CUDA));
        var (cpu, torch) = (CpuNets.Make(name, 3, 4, 2), backend.Make(name, 3, 4, 2));
        var batch = Example.Ragged(3, 2, 1, 4, 2, 3);

        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(cpu.TrainBatch(batch), torch.TrainBatch(batch), 1e-4f);
        }

        Assert.Equal(cpu.Loss(batch), torch.Loss(batch), 1e-4);
        Assert.Equal(cpu.PredictAll(batch)[2], torch.PredictAll(batch)[2], (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void A_batch_that_the_device_has_no_memory_for_says_so_and_changes_nothing()
    {
        using var backend = new TensorBackend(new Device(DeviceType.CUDA));
        var net = backend.Make("Lstm", 3, 4, 2);
        var (small, large) = (Example.Ragged(3, 2, 1, 4, 4), Example.Ragged(3, 2, 1, [.. Enumerable.Repeat(90, 9)]));
        net.TrainBatch(small);
        var before = net.Parameters.Values.ToArray();
        TorchStandIn.Devices.MostElements = 1000;

        var error = Assert.Throws<InsufficientMemoryException>(() => net.TrainBatch(large));

        Assert.StartsWith(
            "The device cuda has not enough memory for 9 examples of up to 90 steps: take a smaller BatchSize, or Truncate",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, net.Parameters.Values);
        TorchStandIn.Devices.MostElements = null;
        Assert.True(float.IsFinite(net.TrainBatch(large)));
        Assert.True(float.IsFinite(net.TrainBatch(small)));
    }
}
