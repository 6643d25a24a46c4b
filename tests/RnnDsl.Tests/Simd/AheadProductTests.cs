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

    /// <summary>
    /// W0: threads that share rows do not wait for each other. One thread takes all its steps, chunk after chunk, between two steps of
    /// the other; no step of either may change.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AThreadThatIsChunksAheadWritesOverNothing(bool reverse)
    {
        var lengths = Lengths.Of(150, 7, 149, 90, 35, 20, 150, 3, 64);
        foreach (var middle in new[] { 1, 4, 7 })
        {
            for (var pause = 0; pause < lengths[0]; pause += 29)
            {
                CheckDrift(lengths, middle, pause, reverse, isFirstAhead: true);
                CheckDrift(lengths, middle, pause, reverse, isFirstAhead: false);
            }
        }
    }

    [Fact]
    public void ABatchWithMoreRowsOrStepsGetsMoreRoom()
    {
        var operand = new RowBuffer(BufferSlots.Steps, Depth);
        var weights = new PackedMatrix(Units, Depth, 4);
        var ahead = new AheadProduct(operand, slot: 0, weights, reverse: false);
        foreach (var (rows, steps) in new[] { (2, 3), (2, 200), (11, 5), (1, 7) })
        {
            var lengths = Lengths.Equal(rows, steps);
            operand.Reserve(lengths);
            ahead.Reserve(lengths);
            for (var t = 0; t < steps; t++)
                Assert.Equal(steps > 1, ahead.At(t, weights, Share.OfRows(lengths, 0, rows)).IsDone);
        }
    }

    private static void Check(Range gates, Lengths lengths, int first, int last, int slot, bool reverse)
    {
        var xs = Batch.Random(1, Depth, lengths, BufferSlots.States);
        var weights = new PackedMatrix(Units, Depth, gates, of: 4);
        for (var gate = weights.FirstGate; gate < weights.FirstGate + weights.Gates; gate++)
            weights.Pack(gate, Matrix.Random(gate, Units, Depth).Slice, transposed: false);
        var others = Batch.Random(2, Units, lengths, BufferSlots.Steps);
        var other = new PackedMatrix(Units, Units, gates: 4);
        for (var gate = 0; gate < 4; gate++)
            other.Pack(gate, Matrix.Random(gate + 9, Units, Units).Slice, transposed: false);

        var ahead = new AheadProduct(xs, slot, weights, reverse);
        ahead.Reserve(lengths);
        var share = Share.OfRows(lengths, first, last);
        for (var i = 0; i < share.Steps; i++)
        {
            var t = reverse ? share.Steps - 1 - i : i;
            var rest = new Segment(others.At(t), other);
            var inStep = Run(share.At(t), lengths.Rows, [new Segment(xs.At(slot + t), weights), rest]);
            var fromAhead = Run(share.At(t), lengths.Rows, [ahead.At(t, weights, share), rest]);
            for (var gate = 0; gate < 4; gate++)
            {
                for (var row = first; row < share.At(t).Last; row++)
                    Assert.Equal(inStep[gate].Row(0, row), fromAhead[gate].Row(0, row));
            }
        }
    }

    private static void CheckDrift(Lengths lengths, int middle, int pause, bool reverse, bool isFirstAhead)
    {
        var xs = Batch.Random(1, Depth, lengths, BufferSlots.Steps);
        var weights = new PackedMatrix(Units, Depth, gates: 4);
        for (var gate = 0; gate < 4; gate++)
            weights.Pack(gate, Matrix.Random(gate, Units, Depth).Slice, transposed: false);
        var ahead = new AheadProduct(xs, slot: 0, weights, reverse);
        ahead.Reserve(lengths);
        var first = Share.OfRows(lengths, 0, middle);
        var second = Share.OfRows(lengths, middle, lengths.Rows);
        var (fast, slow) = isFirstAhead ? (first, second) : (second, first);
        pause = Math.Min(pause, slow.Steps);

        RunSteps(slow, 0, pause);
        RunSteps(fast, 0, fast.Steps);
        RunSteps(slow, pause, slow.Steps);

        void RunSteps(Share share, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var t = reverse ? share.Steps - 1 - i : i;
                var expected = Run(share.At(t), lengths.Rows, [new Segment(xs.At(t), weights)]);
                var actual = Run(share.At(t), lengths.Rows, [ahead.At(t, weights, share)]);
                for (var row = share.First; row < share.At(t).Last; row++)
                    Assert.Equal(expected[3].Row(0, row), actual[3].Row(0, row));
            }
        }
    }

    private static RowBuffer[] Run(Share share, int rows, ReadOnlySpan<Segment> segments)
    {
        var results = Enumerable.Range(0, 4).Select(_ => Batch.Unwritten(Units, rows)).ToArray();
        var epilogue = new StoreSums([.. results.Select(result => result.At(0))]);
        Product.Run4(share, Units, segments, ref epilogue);
        return results;
    }
}
