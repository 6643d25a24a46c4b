using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.StandIn;

/// <summary>Where libtorch refuses, or computes in no certain order, the stand-in always refuses.</summary>
public sealed class OverlapTests
{
    [Fact]
    public void WhatIsReadMustNotBePartOfWhatIsWritten()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(3, 3);
        Assert.Throws<ExternalException>(() => x.add_(x.t()));
        Assert.Throws<ExternalException>(() => x.narrow(0, 0, 2).copy_(x.narrow(0, 1, 2)));
        Assert.Throws<ExternalException>(() => x.mul_(x.select(0, 1)));
        Assert.Throws<ExternalException>(() => x.addmm_(x, Numbers.Range(3, 3)));
        Assert.Throws<ExternalException>(() => x.index_copy_(0, tensor((long[])[0]), x.narrow(0, 1, 1)));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], x.Floats());
        x.narrow(0, 0, 2).select(0, 0).copy_(x.select(0, 2));
        x.narrow(1, 0, 1).add_(x.narrow(1, 1, 1));
        Assert.Equal([13, 7, 8, 7, 4, 5, 13, 7, 8], x.Floats());
    }

    [Fact]
    public void WhatIsWrittenMustNotBeTwiceAtOnePlace()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(1, 3);
        Assert.Throws<ExternalException>(() => x.expand(2, 3).add_(1));
        Assert.Throws<ExternalException>(() => x.expand(2, 3).copy_(zeros([2, 3])));
        Assert.Equal([1, 2, 3], x.expand(1, 3).add_(1).Floats());
    }
}
