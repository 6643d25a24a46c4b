using System.Runtime.InteropServices;
using RnnDsl.TorchStandIn;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.StandIn;

/// <summary>With a second device that is none, tests see whether generated code keeps tensors where they belong.</summary>
[Collection("Devices")]
public sealed class DeviceTests : IDisposable
{
    public DeviceTests() => TorchStandIn.Devices.HasCuda = true;

    public void Dispose() => TorchStandIn.Devices.HasCuda = false;

    [Fact]
    public void ResultsAreWhereTheOperandsAre()
    {
        using var scope = NewDisposeScope();
        Assert.True(cuda.is_available());
        var x = zeros([2, 2], device: device("cuda"));
        Assert.Equal("cuda:0", x.device.ToString());
        foreach (
            var result in (Tensor[])
                [x.add(1), x.mm(x), x.sum(0L), x.gt(0), x.select(0, 1), x.max(1).indexes, cat([x, x])]
        )
            Assert.Equal(DeviceType.CUDA, result.device.type);
        Assert.Equal(DeviceType.CPU, x.cpu().device.type);
        Assert.Equal(DeviceType.CPU, x.to(CPU).device.type);
        Assert.Equal(DeviceType.CUDA, x.to(int64).device.type);
    }

    [Fact]
    public void DevicesDoNotMix()
    {
        using var scope = NewDisposeScope();
        var (here, there) = (zeros([2, 2]), zeros([2, 2], device: device("cuda:0")));
        Assert.Throws<ExternalException>(() => here.add(there));
        Assert.Throws<ExternalException>(() => here.addmm_(here.clone(), there));
        Assert.Throws<ExternalException>(() => there.index_select(0, tensor((long[])[1])));
        Assert.Throws<ExternalException>(() => cat([here, there]));
        Assert.Equal([1, 1, 1, 1], there.add(tensor(1f)).cpu().Floats());
        there.fill_(3);
        Assert.Equal([3, 3, 3, 3], here.copy_(there).Floats());
    }

    [Fact]
    public void WhatIsElsewhereIsReadThroughACopy()
    {
        using var scope = NewDisposeScope();
        var x = tensor((float[])[1, 2], device: device("cuda"));
        Assert.Throws<InvalidOperationException>(() => x.bytes.Length);
        var data = x.data<float>();
        Assert.Equal([1, 2], data.ToArray());
        data[0] = 9;
        Assert.Equal([1, 2], x.Floats());
        Assert.Equal(2, x.max().item<float>());
    }
}
