using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests.StandIn;

public sealed class EmptyTests
{
    [Fact]
    public void WhatNobodyWroteIsSeenInResults()
    {
        using var scope = NewDisposeScope();
        Assert.All(empty([2, 3]).Floats(), x => Assert.True(float.IsNaN(x)));
        Assert.All(empty([2], int64).Integers(), x => Assert.Equal(long.MinValue, x));
        var gates = empty([2, 3]);
        gates.narrow(0, 0, 1).fill_(1);
        Assert.True(float.IsNaN(gates.sum().item<float>()));
        Assert.Equal(3, gates.narrow(0, 0, 1).sum().item<float>());
    }

    [Fact]
    public void NothingElseIsOfferedThanThreeTypesWithoutGradients()
    {
        Assert.Throws<NotSupportedException>(() => zeros([1], (ScalarType)7));
        Assert.Throws<NotSupportedException>(() => zeros([1], requires_grad: true));
    }
}
