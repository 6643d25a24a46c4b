using System.Runtime.Intrinsics;
using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class RowBufferTests
{
    [Theory]
    [InlineData(BufferSlots.One, 1)]
    [InlineData(BufferSlots.Steps, 7)]
    [InlineData(BufferSlots.States, 8)]
    [InlineData(BufferSlots.Alternating, 2)]
    public void TheSlotsFollowFromTheSteps(BufferSlots slots, int expected)
    {
        var buffer = new RowBuffer(slots, 5);
        buffer.Reserve(Lengths.Equal(3, 7));
        Assert.Equal(expected, buffer.Slots);
    }

    [Fact]
    public void EveryRowHasItsOwnMemory()
    {
        var buffer = new RowBuffer(BufferSlots.States, 17);
        buffer.Reserve(Lengths.Equal(3, 4));
        for (var slot = 0; slot < 5; slot++)
        {
            for (var row = 0; row < 3; row++)
                buffer.Row(slot, row).Fill(slot * 3 + row);
        }

        for (var slot = 0; slot < 5; slot++)
        {
            for (var row = 0; row < 3; row++)
            {
                Assert.Equal(Enumerable.Repeat((float)(slot * 3 + row), 17), buffer.Row(slot, row).ToArray());
                Assert.Equal(slot * 3 + row, buffer.At(slot).Broadcast<Vector128<float>>(row)[3]);
            }
        }
    }

    [Fact]
    public void AlternatingSlotsGoByParity()
    {
        var buffer = new RowBuffer(BufferSlots.Alternating, 1);
        buffer.Reserve(Lengths.Equal(1, 9));
        buffer.Row(4, 0)[0] = 4;
        buffer.Row(7, 0)[0] = 7;
        Assert.Equal(4, buffer.Row(0, 0)[0]);
        Assert.Equal(7, buffer.Row(1, 0)[0]);
    }

    [Fact]
    public void MemoryOnlyGrows()
    {
        var buffer = new RowBuffer(BufferSlots.Steps, 50);
        buffer.Reserve(Lengths.Equal(32, 10));
        buffer.Row(9, 31)[49] = 1;
        var (few, many) = (Lengths.Equal(3, 2), Lengths.Equal(32, 10));
        void Run()
        {
            buffer.Reserve(few);
            buffer.Reserve(many);
        }
        Assert.Equal(0, Allocation.Of(Run));
        Assert.Equal(1, buffer.Row(9, 31)[49]);
    }

    [Fact]
    public void RowsAreAlignedToLinesOfTheCache()
    {
        var buffer = new RowBuffer(BufferSlots.Steps, 7);
        buffer.Reserve(Lengths.Equal(3, 3));
        unsafe
        {
            Assert.Equal(0u, (nuint)buffer.At(2).At(1, 0, 16) % 64);
        }
    }

    [Fact]
    public void ARowOutsideOfTheBatchIsRefused()
    {
        var buffer = new RowBuffer(BufferSlots.Steps, 7);
        buffer.Reserve(Lengths.Equal(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Row(0, 3).Length);
    }

    [Fact]
    public void ABatchThatNoArrayHoldsIsRefusedWithItsSize()
    {
        var buffer = new RowBuffer(BufferSlots.Steps, 1000);
        var error = Assert.Throws<ArgumentException>(() => buffer.Reserve(Lengths.Equal(1_000, 1_000_000)));
        Assert.Contains("1000000000 rows of 1008 numbers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RowsAreClearedAndCopiedAsAsked()
    {
        var source = Batch.Random(1, 20, 4);
        var target = Batch.Random(2, 20, 4);
        var kept = target.Row(0, 3).ToArray();
        source.At(0).CopyTo(target.At(0), Share.OfRows(0, 3));
        target.At(0).Clear(Share.OfRows(0, 1));
        Assert.Equal(new float[20], target.Row(0, 0));
        Assert.Equal(source.Row(0, 2), target.Row(0, 2));
        Assert.Equal(kept, target.Row(0, 3));
    }
}
