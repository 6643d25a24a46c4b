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
            Check(0..4, rows, first, last, steps, reverse);
            Check(0..3, rows, first, last, steps, reverse);
            Check(1..4, rows, first, last, steps, reverse);
        }
    }

    [Fact]
    public void ABatchWithMoreRowsOrStepsGetsMoreRoom()
    {
        var operand = new RowBuffer(BufferSlots.Steps, Depth);
        var ahead = new AheadProduct(operand, slot: 0, new PackedMatrix(Units, Depth, 4), reverse: false);
        foreach (var (rows, steps) in new[] { (2, 3), (2, 200), (11, 5), (1, 7) })
        {
            operand.Reserve(rows, steps);
            ahead.Reserve(rows, steps);
            for (var t = 0; t < steps; t++)
                Assert.Equal(steps > 1, ahead.At(t, Share.OfRows(0, rows)).IsDone);
        }
    }

    private static void Check(Range gates, int rows, int first, int last, int steps, bool reverse)
    {
        var xs = Batch.Random(1, Depth, rows, BufferSlots.States, steps);
        var weights = new PackedMatrix(Units, Depth, gates, of: 4);
        for (var gate = weights.FirstGate; gate < weights.FirstGate + weights.Gates; gate++)
            weights.Pack(gate, Matrix.Random(gate, Units, Depth).Slice, transposed: false);
        var others = Batch.Random(2, Units, rows, BufferSlots.Steps, steps);
        var other = new PackedMatrix(Units, Units, gates: 4);
        for (var gate = 0; gate < 4; gate++)
            other.Pack(gate, Matrix.Random(gate + 9, Units, Units).Slice, transposed: false);

        var ahead = new AheadProduct(xs, slot: 1, weights, reverse);
        ahead.Reserve(rows, steps);
        for (var i = 0; i < steps; i++)
        {
            var t = reverse ? steps - 1 - i : i;
            var rest = new Segment(others.At(t), other);
            var inStep = Run(first, last, rows, [new Segment(xs.At(t + 1), weights), rest]);
            var fromAhead = Run(first, last, rows, [ahead.At(t, Share.OfRows(first, last)), rest]);
            for (var gate = 0; gate < 4; gate++)
            {
                for (var row = first; row < last; row++)
                    Assert.Equal(inStep[gate].Row(0, row), fromAhead[gate].Row(0, row));
            }
        }
    }

    private static RowBuffer[] Run(int first, int last, int rows, ReadOnlySpan<Segment> segments)
    {
        var results = Enumerable.Range(0, 4).Select(_ => Batch.Unwritten(Units, rows)).ToArray();
        var epilogue = new StoreSums([.. results.Select(result => result.At(0))]);
        Product.Run4(Share.OfRows(first, last), Units, segments, ref epilogue);
        return results;
    }
}
