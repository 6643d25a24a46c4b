using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

public sealed class IndexTests
{
    [Fact]
    public void IndexSelectPicksRowsOrColumns()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(3, 2);
        var rows = x.index_select(0, tensor((long[])[2, 0, 2, 1]));
        Assert.Equal([4, 2], rows.shape);
        Assert.Equal([4, 5, 0, 1, 4, 5, 2, 3], rows.Floats());
        Assert.Equal([1, 3, 5], x.index_select(1, tensor((long[])[1])).Floats());
        Assert.Equal([0, 2, 4], x.t().index_select(0, tensor((long[])[0])).Floats());
        Assert.Equal([0, 2], x.index_select(0, zeros([0], int64)).shape);
        Assert.Throws<ExternalException>(() => x.index_select(0, tensor((long[])[3])));
        Assert.Throws<ExternalException>(() => x.index_select(0, tensor((long[])[-1])));
        Assert.Throws<ExternalException>(() => x.index_select(0, tensor((float[])[1])));
    }

    [Fact]
    public void IndexAddAddsEachOfSeveralRowsForOnePlace()
    {
        var (numbers, source) = (Numbers.Some(20, 1), Numbers.Some(24, 2));
        long[] indexes = [3, 0, 3, 3, 1, 0];
        var expected = (float[])numbers.Clone();
        for (var i = 0; i < indexes.Length; i++)
        for (var column = 0; column < 4; column++)
            expected[indexes[i] * 4 + column] += -0.5f * source[i * 4 + column];

        using var scope = NewDisposeScope();
        var x = tensor(numbers, [5, 4]);
        Numbers.AreOne(x, x.index_add_(0, tensor(indexes), tensor(source, [6, 4]), -0.5));
        Numbers.Near(expected, x);

        // The same along the other dim, in a view.
        var turned = tensor(numbers, [5, 4]);
        turned.t().index_add_(1, tensor(indexes), tensor(source, [6, 4]).t(), -0.5);
        Numbers.Near(expected, turned);
        Assert.Throws<ExternalException>(() => x.index_add_(0, tensor(indexes), zeros([6, 3]), 1));
        Assert.Throws<ArgumentException>(() => x.index_add_(0, zeros([6]), zeros([6, 4]), 1));
    }

    [Fact]
    public void IndexCopyWritesRows()
    {
        using var scope = NewDisposeScope();
        var x = zeros([4, 2]);
        var part = x.narrow(0, 1, 3);
        Numbers.AreOne(part, part.index_copy_(0, tensor((long[])[2, 0]), Numbers.Range(2, 2).add(1)));
        Assert.Equal([0, 0, 3, 4, 0, 0, 1, 2], x.Floats());
        Assert.Throws<ExternalException>(() => x.index_copy_(0, tensor((long[])[4]), zeros([1, 2])));
        Assert.Throws<ExternalException>(() => x.index_copy_(0, tensor((long[])[1]), zeros([1, 3])));
    }

    [Fact]
    public void GatherPicksAnElementPerRow()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(3, 4);
        Assert.Equal([1, 7, 8], x.gather(1, tensor((long[])[1, 3, 0], [3, 1])).Floats());
        Assert.Equal([8, 5, 2], x.gather(0, tensor((long[])[2, 1, 0], [1, 3])).Floats());
        Assert.Throws<ExternalException>(() => x.gather(1, tensor((long[])[1, 4, 0], [3, 1])));
    }
}
