using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class ReductionTests
{
    public static TheoryData<int> WidthsOfRows => [1, 2, 7, 15, 16, 17, 33, 50, 100];

    [Theory]
    [MemberData(nameof(WidthsOfRows))]
    public void SumsAndMaximaSeeTheUnitsAndNothingElse(int width)
    {
        var source = Batch.Random(width, width, 4);
        var sums = Batch.Unwritten(1, 4);
        var maxima = Batch.Unwritten(1, 4);
        Reduction.Sum(source.At(0), sums.At(0), width, Share.OfRows(1, 4));
        Reduction.Max(source.At(0), maxima.At(0), width, Share.OfRows(1, 4));
        Assert.Equal(float.NaN, sums.Row(0, 0)[0]);
        for (var row = 1; row < 4; row++)
        {
            var values = source.Row(0, row).ToArray();
            Assert.Equal(values.Sum(value => (double)value), sums.Row(0, row)[0], width * 1e-7);
            Assert.Equal(values.Max(), maxima.Row(0, row)[0]);
        }
    }

    [Fact]
    public void NaNInAUnitIsNeverLost()
    {
        var source = Batch.Random(1, 50, 1);
        source.Row(0, 0)[41] = float.NaN;
        var target = Batch.Random(2, 1, 1);
        Reduction.Max(source.At(0), target.At(0), 50, Share.OfRows(0, 1));
        Assert.Equal(float.NaN, target.Row(0, 0)[0]);
        Reduction.Sum(source.At(0), target.At(0), 50, Share.OfRows(0, 1));
        Assert.Equal(float.NaN, target.Row(0, 0)[0]);
    }

    [Fact]
    public void SumsRunAsATreeOverSixteenPartialSums()
    {
        // What cancels within the order of the tree leaves the small number whole; from left to right it would be lost.
        var source = Batch.Random(1, 20, 1);
        var row = source.Row(0, 0);
        row.Clear();
        row[0] = 1e8f;
        row[1] = 1;
        row[16] = -1e8f;
        var target = Batch.Random(2, 1, 1);
        Reduction.Sum(source.At(0), target.At(0), 20, Share.OfRows(0, 1));
        Assert.Equal(1, target.Row(0, 0)[0]);
    }

    [Fact]
    public void SumTimeAddsTheStepsInOrder()
    {
        var source = Batch.Random(1, 50, 3, BufferSlots.Steps, 6);
        var target = Batch.Unwritten(50, 3);
        Reduction.SumTime(source, slot: 0, target.At(0), Share.OfRows(Lengths.Equal(3, 6), 1, 3));
        for (var row = 1; row < 3; row++)
        {
            for (var unit = 0; unit < 50; unit++)
            {
                var expected = 0f;
                for (var step = 0; step < 6; step++)
                    expected += source.Row(step, row)[unit];
                Assert.Equal(expected, target.Row(0, row)[unit]);
            }
        }

        Assert.Equal(float.NaN, target.Row(0, 0)[0]);
    }
}
