using RnnDsl.Simd;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Tests.Simd;

public class GradientTests
{
    public static TheoryData<int> AllLanes => Widths.AllLanes;

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void MatricesAreThoseOfDoubleLoops_ForAnySize(int lanes)
    {
        foreach (var units in (int[])[1, 7, 16, 33, 50, 100])
        {
            foreach (var columns in (int[])[1, 7, 17, 50, 64, 100])
            {
                foreach (var rows in (int[])[1, 3, 32, 129, 260])
                    CheckMatrix(lanes, units, columns, rows);
            }
        }
    }

    [Theory]
    [InlineData(BufferSlots.Steps, 0, BufferSlots.States, 0)]
    [InlineData(BufferSlots.Steps, 0, BufferSlots.States, 1)]
    [InlineData(BufferSlots.States, 1, BufferSlots.Steps, 0)]
    [InlineData(BufferSlots.Steps, 0, BufferSlots.One, 0)]
    [InlineData(BufferSlots.One, 0, BufferSlots.Steps, 0)]
    public void StepsAreMatchedBySlot(
        BufferSlots adjointSlots,
        int adjointSlot,
        BufferSlots operandSlots,
        int operandSlot
    )
    {
        const int Rows = 3;
        const int Steps = 5;
        var adjoint = Batch.Random(1, 7, Rows, adjointSlots, Steps);
        var operand = Batch.Random(2, 20, Rows, operandSlots, Steps);
        var gradient = Matrix.Random(3, 7, 20);
        var expected = gradient.Values.ToArray().Select(value => (double)value).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            for (var row = 0; row < Rows; row++)
            {
                var a = adjoint.Row(adjointSlots == BufferSlots.One ? 0 : adjointSlot + step, row);
                var x = operand.Row(operandSlots == BufferSlots.One ? 0 : operandSlot + step, row);
                for (var i = 0; i < expected.Length; i++)
                    expected[i] += (double)a[i / 20] * x[i % 20];
            }
        }

        GradientSums.Accumulate(
            [new(gradient.Slice, adjoint, adjointSlot, operand, operandSlot)],
            Lengths.Equal(Rows, Steps),
            0,
            1
        );
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], gradient.Values[i], 1e-5);
        Assert.True(gradient.AreGuardsIntact);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(50)]
    [InlineData(100)]
    public void VectorsAddRowsAndSteps(int units)
    {
        const int Rows = 30;
        var adjoint = Batch.Random(1, units, Rows, BufferSlots.States, 4);
        var gradient = Matrix.Random(2, units, 1);
        var expected = gradient.Values.ToArray();
        for (var step = 0; step < 4; step++)
        {
            for (var row = 0; row < Rows; row++)
            {
                for (var unit = 0; unit < units; unit++)
                    expected[unit] += adjoint.Row(step + 1, row)[unit];
            }
        }

        for (var part = 0; part < 3; part++)
            GradientSums.Accumulate([new(gradient.Slice, adjoint, 1)], Lengths.Equal(Rows, 4), part, 3);
        // The order is part of the contract, so the bits are.
        Assert.Equal(expected, gradient.Values);
        Assert.True(gradient.AreGuardsIntact);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void SumsTogetherInAnyPartsHaveTheBitsOfEachAlone(int parts)
    {
        var together = new GradientCase();
        for (var part = parts - 1; part >= 0; part--)
            GradientSums.Accumulate(together.Sums, Lengths.Equal(GradientCase.Rows, GradientCase.Steps), part, parts);

        var alone = new GradientCase();
        foreach (var sum in alone.Sums)
            GradientSums.Accumulate([sum], Lengths.Equal(GradientCase.Rows, GradientCase.Steps), 0, 1);
        together.AssertSame(alone);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void APartNeedNotWaitForTheOthersBetweenTwoCalls(int parts)
    {
        var inTurn = new GradientCase();
        var ahead = new GradientCase();
        for (var part = 0; part < parts; part++)
            GradientSums.Accumulate(inTurn.Sums, Lengths.Equal(GradientCase.Rows, GradientCase.Steps), part, parts);
        for (var part = 0; part < parts; part++)
            GradientSums.Accumulate(inTurn.Sums[9..], Lengths.Equal(GradientCase.Rows, 1), part, parts);

        for (var part = 0; part < parts; part++)
        {
            GradientSums.Accumulate(ahead.Sums, Lengths.Equal(GradientCase.Rows, GradientCase.Steps), part, parts);
            GradientSums.Accumulate(ahead.Sums[9..], Lengths.Equal(GradientCase.Rows, 1), part, parts);
        }

        ahead.AssertSame(inTurn);
    }

    // A matrix in a product and in elementwise equations: the adjoint of the one has a unit for each row, of the other for each element.
    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 3)]
    [InlineData(40, 7)]
    [InlineData(33, 64)]
    [InlineData(100, 17)]
    public void ElementsOfAMatrixAreSplitAsItsRowsAre(int rows, int columns)
    {
        const int Batches = 5;
        var adjoint = Batch.Random(1, rows, Batches, BufferSlots.One, 1);
        var operand = Batch.Random(2, columns, Batches, BufferSlots.One, 1);
        var elements = Batch.Random(3, rows * columns, Batches, BufferSlots.One, 1);
        var lengths = Lengths.Equal(Batches, 1);
        foreach (var parts in (int[])[2, 3, 5])
        {
            var inTurn = Matrix.Random(4, rows, columns);
            GradientSums.Accumulate([new(inTurn.Slice, adjoint, 0, operand, 0)], lengths, 0, 1);
            GradientSums.Accumulate([new(inTurn.Slice, elements, 0)], lengths, 0, 1);

            var ahead = Matrix.Random(4, rows, columns);
            for (var part = 0; part < parts; part++)
            {
                GradientSums.Accumulate([new(ahead.Slice, adjoint, 0, operand, 0)], lengths, part, parts);
                GradientSums.Accumulate([new(ahead.Slice, elements, 0)], lengths, part, parts);
            }

            Assert.Equal(inTurn.Values, ahead.Values);
            Assert.True(ahead.AreGuardsIntact);
        }
    }

    [Fact]
    public void TheBitsDependNotOnHowManyStepsACallTakes()
    {
        var whole = new GradientCase();
        GradientSums.Accumulate(whole.Sums, Lengths.Equal(GradientCase.Rows, GradientCase.Steps), 0, 1);
        var steps = new GradientCase();
        for (var step = 0; step < GradientCase.Steps; step++)
            GradientSums.Accumulate(steps.SumsFrom(step), Lengths.Equal(GradientCase.Rows, 1), 0, 1);
        whole.AssertSame(steps);
    }

    [Fact]
    public void Vectors512And256GiveTheSameBits()
    {
        Assert.SkipUnless(Width.Is512, "This run has no 512-bit vectors.");
        var wide = new GradientCase();
        Accumulate(16, wide.Sums, Lengths.Equal(GradientCase.Rows, GradientCase.Steps));
        var narrow = new GradientCase();
        Accumulate(8, narrow.Sums, Lengths.Equal(GradientCase.Rows, GradientCase.Steps));
        wide.AssertSame(narrow);
    }

    private static void CheckMatrix(int lanes, int units, int columns, int rows)
    {
        var adjoint = Batch.Random(units, units, rows);
        var operand = Batch.Random(columns, columns, rows);
        var gradient = Matrix.Random(rows, units, columns);
        var before = gradient.Values.ToArray();
        Accumulate(lanes, [new(gradient.Slice, adjoint, 0, operand, 0)], Lengths.Equal(rows, 1));
        for (var u = 0; u < units; u++)
        {
            for (var k = 0; k < columns; k++)
            {
                double expected = before[u * columns + k];
                var size = Math.Abs(expected);
                for (var row = 0; row < rows; row++)
                {
                    var product = (double)adjoint.Row(0, row)[u] * operand.Row(0, row)[k];
                    expected += product;
                    size += Math.Abs(product);
                }

                Assert.True(
                    Math.Abs(gradient[u, k] - expected) <= (rows + 1) * Math.ScaleB(size, -24),
                    $"[{u}, {k}] of [{units}, {columns}], {rows} rows: {gradient[u, k]} instead of {expected}"
                );
            }
        }

        Assert.True(gradient.AreGuardsIntact);
    }

    private static void Accumulate(int lanes, ReadOnlySpan<GradientSum> sums, Lengths lengths)
    {
        var layout = new GradientLayout(sums, new GradientLayout.Place[sums.Length], part: 0, parts: 1);
        switch (lanes)
        {
            case 16:
                GradientSums512.Accumulate(sums, layout, lengths);
                break;
            case 8:
                GradientSums256.Accumulate(sums, layout, lengths);
                break;
            default:
                GradientSums128.Accumulate(sums, layout, lengths);
                break;
        }
    }
}
