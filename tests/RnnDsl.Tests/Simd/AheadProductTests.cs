using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class AheadProductTests
{
    private const int Units = 37;
    private const int Depth = 21;

    /// <summary>Rows of the batch, of them computed, and whether the loop runs backward.</summary>
    public static TheoryData<int, int, int, bool> Loops =>
        new()
        {
            { 1, 0, 1, false },
            { 1, 0, 1, true },
            { 3, 0, 3, false },
            { 7, 0, 7, true },
            { 15, 0, 15, false },
            { 15, 4, 11, false },
            { 15, 4, 11, true },
            { 16, 0, 16, false },
            { 33, 0, 33, true },
        };

    [Theory]
    [MemberData(nameof(Loops))]
    public void StepsHaveTheSameBitsAsWithTheProductInThem(int rows, int first, int last, bool reverse)
    {
        foreach (var steps in new[] { 1, 2, 9, 70, 130 })
        {
            Check(0..4, Lengths.Equal(rows, steps), first, last, slot: 1, reverse);
            Check(0..3, Lengths.Equal(rows, steps), first, last, slot: 1, reverse);
            Check(1..4, Lengths.Equal(rows, steps), first, last, slot: 1, reverse);
        }
    }

    /// <summary>Rows of which a thread computes some, whose sequences end one by one, in several chunks of steps.</summary>
    [Theory]
    [InlineData(0, 9)]
    [InlineData(3, 9)]
    [InlineData(5, 6)]
    public void RowsThatDropOutHaveTheSameBitsToo(int first, int last)
    {
        var lengths = Lengths.Of(1, 40, 3, 17, 17, 2, 9, 31, 8);
        foreach (var slot in new[] { 0, 1 })
        {
            Check(0..4, lengths, first, last, slot, reverse: false);
            Check(0..4, lengths, first, last, slot, reverse: true);
        }
    }

    /// <summary>Large weights are read in a pass of their own, however many the rows.</summary>
    [Theory]
    [InlineData(33, 0, 33)]
    [InlineData(33, 16, 33)]
    [InlineData(70, 0, 70)]
    public void LargeWeightsGiveTheSameBitsToo(int rows, int first, int last)
    {
        var lengths = Lengths.Equal(rows, 5);
        var weights = new PackedMatrix(units: 260, depth: 70, gates: 4);
        var operand = Batch.Random(1, weights.Depth, lengths, BufferSlots.States);
        var ahead = new AheadProduct(operand, slot: 1, weights, reverse: false);
        ahead.Reserve(lengths);
        Assert.True(ahead.At(0, Share.OfRows(lengths, first, last)).IsDone);
        ahead.Reserve(Lengths.Equal(1, 1));
        Assert.False(ahead.At(0, Share.OfRows(Lengths.Equal(1, 1), 0, 1)).IsDone);
        Check(0..4, lengths, first, last, slot: 1, reverse: false, units: 260, depth: 70);
        Check(0..4, lengths, first, last, slot: 1, reverse: true, units: 260, depth: 70);
    }

    [Fact]
    public void ABatchWithMoreRowsOrStepsGetsMoreRoom()
    {
        var operand = new RowBuffer(BufferSlots.Steps, Depth);
        var ahead = new AheadProduct(operand, slot: 0, new PackedMatrix(Units, Depth, 4), reverse: false);
        foreach (var (rows, steps) in new[] { (2, 3), (2, 200), (11, 5), (1, 7) })
        {
            var lengths = Lengths.Equal(rows, steps);
            operand.Reserve(lengths);
            ahead.Reserve(lengths);
            for (var t = 0; t < steps; t++)
                Assert.Equal(steps > 1, ahead.At(t, Share.OfRows(lengths, 0, rows)).IsDone);
        }
    }

    private static void Check(
        Range gates,
        Lengths lengths,
        int first,
        int last,
        int slot,
        bool reverse,
        int units = Units,
        int depth = Depth
    )
    {
        var xs = Batch.Random(1, depth, lengths, BufferSlots.States);
        var weights = new PackedMatrix(units, depth, gates, of: 4);
        for (var gate = weights.FirstGate; gate < weights.FirstGate + weights.Gates; gate++)
            weights.Pack(gate, Matrix.Random(gate, units, depth).Slice, transposed: false);
        var others = Batch.Random(2, units, lengths, BufferSlots.Steps);
        var other = new PackedMatrix(units, units, gates: 4);
        for (var gate = 0; gate < 4; gate++)
            other.Pack(gate, Matrix.Random(gate + 9, units, units).Slice, transposed: false);

        var ahead = new AheadProduct(xs, slot, weights, reverse);
        ahead.Reserve(lengths);
        var share = Share.OfRows(lengths, first, last);
        for (var i = 0; i < share.Steps; i++)
        {
            var t = reverse ? share.Steps - 1 - i : i;
            var rest = new Segment(others.At(t), other);
            var inStep = Run(share.At(t), lengths.Rows, units, [new Segment(xs.At(slot + t), weights), rest]);
            var fromAhead = Run(share.At(t), lengths.Rows, units, [ahead.At(t, share), rest]);
            for (var gate = 0; gate < 4; gate++)
            {
                for (var row = first; row < share.At(t).Last; row++)
                    Assert.Equal(inStep[gate].Row(0, row), fromAhead[gate].Row(0, row));
            }
        }
    }

    private static RowBuffer[] Run(Share share, int rows, int units, ReadOnlySpan<Segment> segments)
    {
        var results = Enumerable.Range(0, 4).Select(_ => Batch.Unwritten(units, rows)).ToArray();
        var epilogue = new StoreSums([.. results.Select(result => result.At(0))]);
        Product.Run4(share, units, segments, ref epilogue);
        return results;
    }
}
