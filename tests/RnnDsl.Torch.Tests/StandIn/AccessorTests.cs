using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.StandIn;

/// <summary>Where TorchSharp reads and writes other elements than those that were asked for, the stand-in refuses.</summary>
public sealed class AccessorTests
{
    [Fact]
    public void WhatIsNotInOrderIsCopiedFromItsStartOnly()
    {
        using var scope = NewDisposeScope();
        var data = Numbers.Range(2, 3).t().data<float>();
        Assert.Throws<NotSupportedException>(() => data.CopyTo(new float[2], tensorIndex: 1));
        Assert.Throws<NotSupportedException>(() => data.CopyFrom([1, 2], tensorIndex: 1));
        Assert.Equal([0, 3, 1, 4, 2, 5], data.ToArray());
    }
}
