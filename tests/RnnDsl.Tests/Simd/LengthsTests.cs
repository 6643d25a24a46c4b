using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class LengthsTests
{
    [Fact]
    public void RowsStandLongestFirstAndEqualOnesAsTheyCame()
    {
        var lengths = Lengths.Of(2, 5, 1, 5, 2);

        Assert.Equal([2, 0, 4, 1, 3], Enumerable.Range(0, 5).Select(lengths.RowOf));
        Assert.Equal([5, 5, 2, 2, 1], Enumerable.Range(0, 5).Select(row => lengths[row]));
    }

    [Fact]
    public void ARowDropsOutWhenItsSequenceEnds()
    {
        var lengths = Lengths.Of(2, 5, 1, 5, 2);

        Assert.Equal([5, 4, 2, 2, 2], Enumerable.Range(0, 5).Select(lengths.RowsAt));
        Assert.Equal([0, 5, 9, 11, 13, 15], Enumerable.Range(0, 6).Select(lengths.Before));
        Assert.Equal(15, lengths.Total);
    }

    [Fact]
    public void EachRowOfAllStepsBelongsToItsStep()
    {
        var lengths = Lengths.Of(2, 5, 1, 5, 2);

        Assert.Equal(
            [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4],
            Enumerable.Range(0, lengths.Total).Select(lengths.StepOf)
        );
    }

    [Fact]
    public void ABatchThatGrowsAndShrinksIsCountedAnew()
    {
        var lengths = Lengths.Of(3, 1);
        foreach (var next in new int[][] { [1], [7, 2, 9, 4], [3, 1], [2, 2, 2, 2, 2] })
        {
            lengths.Set(next);
            Assert.Equal(next.Sum(), lengths.Total);
            Assert.Equal(next.Max(), lengths.Steps);
            Assert.Equal(next.Length, lengths.Once.Total);
            Assert.All(next.Index(), item => Assert.Equal(item.Item, lengths[lengths.RowOf(item.Index)]));
        }
    }

    [Fact]
    public void SlotsHoldOnlyTheRowsThatHaveThem()
    {
        var lengths = Lengths.Of(1, 3, 2);
        foreach (var (kind, first) in new[] { (BufferSlots.Steps, 0), (BufferSlots.States, 1) })
        {
            var buffer = new RowBuffer(kind, 5);
            buffer.Reserve(lengths);
            var written = 0;
            for (var step = 0; step < 3; step++)
            {
                Assert.Equal(3 - step, buffer.RowCount(first + step));
                for (var row = 0; row < 3 - step; row++)
                    buffer.Row(first + step, row).Fill(++written);
            }

            var read = 0;
            for (var step = 0; step < 3; step++)
            {
                for (var row = 0; row < 3 - step; row++)
                    Assert.Equal(++read, buffer.Row(first + step, row)[4]);
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Row(first + 2, 1).Length);
            Assert.True(buffer.IsDense(first, lengths));
        }
    }

    [Fact]
    public void ASequenceWithoutStepsIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Lengths.Of(2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lengths.Of());
    }
}
