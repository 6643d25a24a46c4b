using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace RnnDsl.Torch.Tests;

public sealed class ReductionTests
{
    private const int A = 3,
        B = 4,
        C = 5;

    /// <summary>Which dims of [3, 4, 5] are reduced.</summary>
    public static TheoryData<long[]> Dims =>
        [
            .. (long[][])
                [
                    [0],
                    [1],
                    [-1],
                    [0, 2],
                    [1, 0],
                    [0, 1, 2],
                ],
        ];

    [Theory]
    [MemberData(nameof(Dims))]
    public void SumMeanAndLargestOverDims(long[] dims)
    {
        var numbers = Numbers.Some(A * B * C, 1);
        var reduced = Enumerable.Range(0, 3).Select(i => dims.Contains(i) || dims.Contains(i - 3)).ToArray();
        long[] kept = [reduced[0] ? 1 : A, reduced[1] ? 1 : B, reduced[2] ? 1 : C];
        var sums = new double[kept[0] * kept[1] * kept[2]];
        var largest = Enumerable.Repeat(float.NegativeInfinity, sums.Length).ToArray();
        for (var a = 0; a < A; a++)
        for (var b = 0; b < B; b++)
        for (var c = 0; c < C; c++)
        {
            var at = ((reduced[0] ? 0 : a) * kept[1] + (reduced[1] ? 0 : b)) * kept[2] + (reduced[2] ? 0 : c);
            var number = numbers[(a * B + b) * C + c];
            sums[at] += number;
            largest[at] = Math.Max(largest[at], number);
        }

        using var scope = NewDisposeScope();
        // The same numbers with other strides.
        foreach (
            var x in (Tensor[])
                [tensor(numbers, [A, B, C]), tensor(numbers, [A, B, C]).transpose(0, 2).contiguous().transpose(0, 2)]
        )
        {
            var sum = x.sum(dims, keepdim: true);
            Assert.Equal(kept, sum.shape);
            Numbers.Near([.. sums.Select(value => (float)value)], sum);
            var mean = x.mean(dims);
            Assert.Equal(kept.Where((_, i) => !reduced[i]), mean.shape);
            Numbers.Near([.. sums.Select(value => (float)(value * sums.Length / numbers.Length))], mean);
            Assert.Equal(largest, x.amax(dims, keepdim: true).Floats());
            if (dims is [var dim])
            {
                Numbers.Near(sum.Floats(), x.sum(dim));
                Assert.Equal(largest, x.max(dim).values.Floats());
            }
        }
    }

    [Fact]
    public void OfAll()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(2, 3);
        Assert.Empty(x.sum().shape);
        Assert.Equal(15, x.sum().item<float>());
        Assert.Equal(2.5f, x.mean().item<float>());
        Assert.Equal(5, x.max().item<float>());
    }

    /// <summary>A trap of C#: the literal 0 is an enum too, so that sum(0) would ask for a type instead of a dim.</summary>
    [Fact]
    public void ADimIsALong()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([3, 5, 7], Numbers.Range(2, 3).sum(0L).Floats());
        Assert.Equal([1, 3], Numbers.Range(2, 3).sum(0L, keepdim: true).shape);
    }

    [Fact]
    public void TheLargestKnowsItsPlace()
    {
        using var scope = NewDisposeScope();
        var x = tensor((float[])[1, 5, 2, 7, 0, 6], [2, 3]);
        var (values, indexes) = x.max(1);
        Assert.Equal([5, 7], values.Floats());
        Assert.Equal([1, 0], indexes.Integers());
        Assert.Equal([float.NaN, 7], tensor((float[])[1, float.NaN, 2, 7, 0, 6], [2, 3]).max(1).values.Floats());
        Assert.Equal([2, 1], x.max(1, keepdim: true).indexes.shape);
    }

    [Fact]
    public void TruthsAndIntegersSumToIntegers()
    {
        using var scope = NewDisposeScope();
        var x = Numbers.Range(2, 3);
        Assert.Equal(3, x.gt(2).sum().item<long>());
        Assert.Equal([6, 4], tensor((long[])[1, 2, 3, 1, 1, 2], [2, 3]).sum(1).Integers());
        Assert.Equal(15f, x.to(int64).sum(float32).item<float>());
        Assert.Throws<ExternalException>(() => x.to(int64).mean());
    }
}
