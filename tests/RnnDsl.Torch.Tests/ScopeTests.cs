using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

public sealed class ScopeTests
{
    [Fact]
    public void AScopeDisposesOfWhatIsMadeInItUnlessItIsMovedOut()
    {
        Tensor inside,
            moved,
            detached,
            viewed;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                inside = zeros([2]);
                moved = inside.add(1).MoveToOuterDisposeScope();
                detached = zeros([2]).DetachFromDisposeScope();
                viewed = inner.MoveToOuter(inside.narrow(0, 0, 1));
                Assert.Equal(1, inner.DisposablesCount);
            }
            Assert.True(inside.IsInvalid);
            Assert.Equal(2, outer.DisposablesCount);
            Numbers.Near([1, 1], moved);
            Numbers.Near([0], viewed);
        }
        Assert.True(moved.IsInvalid);
        Assert.True(viewed.IsInvalid);
        Assert.False(detached.IsInvalid);
        Numbers.Near([0, 0], detached);
        detached.Dispose();
        Assert.True(detached.IsInvalid);
    }

    [Fact]
    public void WithoutAnOuterScopeATensorMovesOutOfAll()
    {
        Tensor moved;
        using (NewDisposeScope())
            moved = zeros([1]).MoveToOuterDisposeScope();
        Assert.False(moved.IsInvalid);
        using (NewDisposeScope())
            Assert.Same(moved, moved.MoveToOuterDisposeScope());
        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void WhatIsDisposedOfLeavesItsScopeAndCannotBeUsed()
    {
        using var scope = NewDisposeScope();
        var x = zeros([2]);
        var y = zeros([2]);
        x.Dispose();
        x.Dispose();
        Assert.Equal(1, scope.DisposablesCount);
        Assert.Throws<InvalidOperationException>(() => x.shape);
        Assert.Throws<InvalidOperationException>(() => x.add(y));
        Assert.Throws<InvalidOperationException>(() => y.add_(x));
        Assert.Throws<InvalidOperationException>(() => x.narrow(0, 0, 1));
        scope.DisposeEverything();
        Assert.True(y.IsInvalid);
    }

    [Fact]
    public void GradientsAreOffUntilTheEnd()
    {
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            using (no_grad())
                Assert.False(is_grad_enabled());
            Assert.False(is_grad_enabled());
        }
        Assert.True(is_grad_enabled());
    }
}
