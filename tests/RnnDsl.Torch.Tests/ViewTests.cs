using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

public sealed class ViewTests
{
    /// <summary>Views of 0, 1, ..., 23 as [2, 3, 4]: sizes and elements.</summary>
    public static TheoryData<string, Func<Tensor, Tensor>, long[], float[]> Views =>
        new()
        {
            { "narrow", x => x.narrow(1, 1, 2), [2, 2, 4], [4, 5, 6, 7, 8, 9, 10, 11, 16, 17, 18, 19, 20, 21, 22, 23] },
            { "narrow the last", x => x.narrow(-1, 3, 1), [2, 3, 1], [3, 7, 11, 15, 19, 23] },
            { "select", x => x.select(0, 1), [3, 4], [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23] },
            { "select from the back", x => x.select(2, -1), [2, 3], [3, 7, 11, 15, 19, 23] },
            { "view", x => x.view(6, -1).narrow(0, 2, 2), [2, 4], [8, 9, 10, 11, 12, 13, 14, 15] },
            { "t", x => x.select(0, 0).t(), [4, 3], [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11] },
            { "transpose", x => x.transpose(0, 1).select(2, 0), [3, 2], [0, 12, 4, 16, 8, 20] },
            { "unsqueeze", x => x.select(0, 0).select(0, 0).unsqueeze(1), [4, 1], [0, 1, 2, 3] },
            { "unsqueeze at the end", x => x.select(0, 0).select(0, 0).unsqueeze(-1), [4, 1], [0, 1, 2, 3] },
            {
                "expand",
                x => x.narrow(2, 0, 1).narrow(0, 0, 1).expand(2, -1, 2),
                [2, 3, 2],
                [0, 0, 4, 4, 8, 8, 0, 0, 4, 4, 8, 8]
            },
            {
                "a view of a part",
                x => x.narrow(0, 1, 1).view(4, 3),
                [4, 3],
                [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]
            },
            {
                "a view that cuts a dim of a part",
                x => x.narrow(1, 0, 2).view(2, 2, 2, 2).select(2, 1),
                [2, 2, 2],
                [2, 3, 6, 7, 14, 15, 18, 19]
            },
            {
                "a view that joins dims of a part",
                x => x.narrow(1, 0, 2).view(2, 8),
                [2, 8],
                [0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 16, 17, 18, 19]
            },
            { "detach", x => x.detach().select(0, 0).select(0, 0), [4], [0, 1, 2, 3] },
        };

    [Theory]
    [MemberData(nameof(Views))]
    public void AViewHasSizesAndElementsAndSharesThem(
        string name,
        Func<Tensor, Tensor> view,
        long[] sizes,
        float[] elements
    )
    {
        Assert.NotEmpty(name);
        using var scope = NewDisposeScope();
        var whole = Numbers.Range(2, 3, 4);
        var part = view(whole);
        Assert.Equal(sizes, part.shape);
        Assert.Equal(sizes.Length, part.dim());
        Assert.Equal(sizes.Length, part.ndim);
        Assert.Equal(elements.Length, part.numel());
        Assert.Equal(sizes[0], part.size(0));
        Assert.Equal(elements, part.Floats());
        Assert.Equal(elements, part.contiguous().Floats());
        Assert.Equal(elements, part.clone().Floats());
        Assert.Equal(elements, part.reshape(-1).Floats());
        Assert.True(part.contiguous().is_contiguous());

        // An element's value was its place in the whole.
        whole.neg_();
        Assert.Equal(elements.Select(x => -x), part.Floats());
    }

    [Fact]
    public void WritingToAViewWritesToTheWhole()
    {
        using var scope = NewDisposeScope();
        var whole = zeros([3, 4]);
        whole.narrow(0, 1, 2).narrow(1, 1, 2).t().copy_(Numbers.Range(2, 2).add(1));
        Numbers.Near([0, 0, 0, 0, 0, 1, 3, 0, 0, 2, 4, 0], whole);
        whole.select(1, 0).copy_(tensor(9f));
        Numbers.Near([9, 0, 0, 0, 9, 1, 3, 0, 9, 2, 4, 0], whole);
    }

    [Fact]
    public void AViewOutlivesTheWhole()
    {
        using var scope = NewDisposeScope();
        Tensor row;
        using (var whole = Numbers.Range(2, 3))
            row = whole.select(0, 1);
        Numbers.Near([3, 4, 5], row);
    }

    [Fact]
    public void WhatIsNotInRowMajorOrderHasNoViewAsOneRowButAReshapedCopy()
    {
        using var scope = NewDisposeScope();
        var whole = Numbers.Range(2, 3);
        var turned = whole.t();
        Assert.True(whole.is_contiguous());
        Assert.False(turned.is_contiguous());
        Assert.False(whole.narrow(1, 0, 2).is_contiguous());
        Assert.True(whole.narrow(0, 0, 1).is_contiguous());
        Assert.True(whole.narrow(1, 0, 1).narrow(0, 0, 1).is_contiguous());
        Assert.Throws<ExternalException>(() => turned.view(6));
        var copied = turned.reshape(6);
        whole.fill_(0);
        Numbers.Near([0, 3, 1, 4, 2, 5], copied);
        var viewed = whole.reshape(3, 2);
        whole.fill_(1);
        Numbers.Near([1, 1, 1, 1, 1, 1], viewed);
    }

    [Fact]
    public void WhatIsOutsideIsRefused()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(2, 3);
        Assert.Throws<ExternalException>(() => x.narrow(0, 1, 2));
        Assert.Throws<ExternalException>(() => x.narrow(2, 0, 1));
        Assert.Throws<ExternalException>(() => x.select(1, 3));
        Assert.Throws<ExternalException>(() => x.view(4));
        Assert.Throws<ExternalException>(() => x.expand(4, 3));
        Assert.Throws<ExternalException>(() => Numbers.Range(1, 1, 1).t());
    }

    [Fact]
    public void CatPutsPartsOneAfterTheOther()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Numbers.Range(2, 2), Numbers.Range(2, 3).neg());
        var joined = cat([x, y, x], 1);
        Assert.Equal([2, 7], joined.shape);
        Numbers.Near([0, 1, 0, -1, -2, 0, 1, 2, 3, -3, -4, -5, 2, 3], joined);
        Numbers.Near([0, 1, 2, 3, 0, 2, 1, 3], cat([x, x.t()]));
        Assert.Throws<ExternalException>(() => cat([x, y]));
        Assert.Throws<ExternalException>(() => cat([tensor(1f), tensor(2f)]));
    }
}
