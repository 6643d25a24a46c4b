using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>Steps that do not need each other, run as one with the rows of all.</summary>
public class StepsTogetherTests
{
    public static TheoryData<int[]> AllLengths =>
        new(
            new[] { 1 },
            new[] { 100 },
            new[] { 3, 3, 3 },
            new[] { 2, 5, 1, 5, 2 },
            Enumerable.Repeat(9, 33).ToArray(),
            Enumerable.Repeat(2, 130).ToArray(),
            Enumerable.Range(1, 40).ToArray()
        );

    [Theory]
    [MemberData(nameof(AllLengths))]
    public void EachRowOfEachStepIsTakenOnce_OfTheWholeBatchAndOfParts(int[] steps)
    {
        var lengths = Lengths.Of(steps);
        foreach (var kind in new[] { BufferSlots.Steps, BufferSlots.States })
        {
            var middle = lengths.Rows / 2;
            foreach (var (first, last) in new[] { (0, lengths.Rows), (0, middle), (middle, lengths.Rows) })
            {
                Check(lengths, kind, first, last, isOfEqual: false);
                Check(lengths, kind, first, last, isOfEqual: true);
            }
        }
    }

    [Fact]
    public void AsManyStepsGoTogetherAsMakeTenTiles()
    {
        Assert.Equal([64, 128, 150], Ends(Lengths.Equal(1, 150)));
        Assert.Equal([2, 4, 5], Ends(Lengths.Equal(33, 5)));
        Assert.Equal([1, 2], Ends(Lengths.Equal(64, 2)));
        Assert.Equal([3, 7, 9], Ends(Lengths.Of([.. Enumerable.Repeat(9, 20), .. Enumerable.Repeat(2, 10)])));
    }

    [Fact]
    public void EveryOtherRunIsTurned()
    {
        var share = Share.OfRows(Lengths.Equal(16, 16), 0, 16);
        var turned = new[] { 0, 4, 8, 12 }.Select(step => share.StepsFrom(step, out _).IsTurned);
        Assert.Equal([false, true, false, true], turned);
    }

    private static List<int> Ends(Lengths lengths)
    {
        var ends = new List<int>();
        for (int t = 0, until; t < lengths.Steps; t = until)
        {
            Share.OfRows(lengths, 0, lengths.Rows).StepsFrom(t, out until);
            ends.Add(until);
        }

        return ends;
    }

    // Writes a number into each row by its step, and counts through rows as a stage does.
    private static void Check(Lengths lengths, BufferSlots kind, int first, int last, bool isOfEqual)
    {
        var slot = kind == BufferSlots.States ? 1 : 0;
        var buffer = new RowBuffer(kind, 5);
        buffer.Reserve(lengths);
        var share = Share.OfRows(lengths, first, last);
        for (int t = 0, until; t < share.Steps; t = until)
        {
            var steps = isOfEqual ? share.EqualStepsFrom(t, out until) : share.StepsFrom(t, out until);
            var rows = buffer.From(slot + t);
            for (var row = steps.First; row < steps.Last; row++)
                rows.Row(row)[0]++;
        }

        for (var step = 0; step < lengths.Steps; step++)
        {
            for (var row = 0; row < lengths.RowsAt(step); row++)
            {
                var taken = row >= first && row < last ? 1 : 0;
                Assert.True(
                    buffer.Row(slot + step, row)[0] == taken,
                    $"Row {row} of step {step} was taken {buffer.Row(slot + step, row)[0]} times, not {taken}."
                );
            }
        }

        Assert.Equal(0, slot == 1 ? buffer.Row(0, 0)[0] : 0);
    }
}
