using System.Runtime.InteropServices;
using RnnDsl.TorchStandIn;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.StandIn;

public sealed class CounterTests
{
    [Fact]
    public void WhatComputesOrCopiesCountsAndViewsDoNot()
    {
        using var scope = NewDisposeScope();
        Counters.Reset();
        var x = empty([4, 6]);
        _ = x.narrow(1, 0, 3).t().unsqueeze(0).expand(2, 3, 4).select(0, 1).transpose(0, 1).detach();
        _ = x.view(6, 4).reshape(24).contiguous().cpu().to(float32).data<float>().ToArray();
        Assert.Equal(0, Counters.Kernels);

        x.fill_(2);
        var gates = x.addmm(zeros([4, 5]), zeros([5, 6]));
        gates.addmm_(zeros([4, 5]), zeros([5, 6]));
        gates.narrow(1, 0, 3).sigmoid_();
        _ = cat([x, gates]);
        _ = x.t().contiguous();
        _ = x.t().reshape(24);
        _ = x.gt(0).to_type(ScalarType.Float32);
        x.index_add_(0, tensor((long[])[1, 1]), zeros([2, 6]), 1);
        var expected = new Dictionary<string, int>
        {
            ["fill_"] = 1,
            ["addmm"] = 1,
            ["addmm_"] = 1,
            ["sigmoid_"] = 1,
            ["cat"] = 1,
            ["contiguous"] = 1,
            ["reshape"] = 1,
            ["gt"] = 1,
            ["to_type"] = 1,
            ["index_add_"] = 1,
            ["tensor"] = 1,
            ["zeros"] = 5,
        };
        Assert.Equal(expected.OrderBy(pair => pair.Key), Counters.ByName.OrderBy(pair => pair.Key));
        Assert.Equal(16, Counters.Kernels);
        Assert.Equal(5, Counters.Of("zeros"));
        Counters.Reset();
        Assert.Equal(0, Counters.Kernels);
    }

    [Fact]
    public void WhatIsRefusedDoesNotCount()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (zeros([2]), zeros([3]));
        Counters.Reset();
        Assert.Throws<ExternalException>(() => x.add(y));
        Assert.Throws<ExternalException>(() => x.copy_(y));
        Assert.Equal(0, Counters.Kernels);
        Assert.Equal(0, Counters.LiveTensors);
    }

    [Fact]
    public void TensorsLiveUntilTheirDisposal()
    {
        Counters.Reset();
        var x = zeros([2, 2]);
        var row = x.select(0, 0);
        Assert.Equal(2, Counters.LiveTensors);
        using (NewDisposeScope())
        {
            _ = x.add(1).mul(2).t();
            x.add_(1);
            Assert.Equal(5, Counters.LiveTensors);
        }
        Assert.Equal(2, Counters.LiveTensors);
        row.DetachFromDisposeScope().Dispose();
        row.Dispose();
        Assert.Equal(1, Counters.LiveTensors);
        Counters.Reset();
        x.Dispose();
        Assert.Equal(0, Counters.LiveTensors);
    }
}
