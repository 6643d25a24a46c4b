using RnnDsl.Parameters;
using RnnDsl.Simd;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Tests.Simd;

public class GradientTests
{
    public static TheoryData<int> AllLanes => Widths.AllLanes;

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void OuterProductsAreThoseOfDoubleLoops_ForAnySize(int lanes)
    {
        foreach (var units in (int[])[1, 7, 16, 33, 50])
        {
            foreach (var columns in (int[])[1, 7, 17, 50, 64, 100])
            {
                foreach (var rows in (int[])[1, 3, 32, 33, 70])
                    CheckKernel(lanes, units, columns, rows);
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

        OuterProduct.Accumulate(gradient.Slice, adjoint, adjointSlot, operand, operandSlot, Rows, Steps, 0, 1);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], gradient.Values[i], 1e-5);
        Assert.True(gradient.AreGuardsIntact);
    }

    [Fact]
    public void TheBitsDependNeitherOnPartsNorOnTheReservedRows()
    {
        var adjoint = Batch.Random(1, 50, 33, BufferSlots.Steps, 4);
        var operand = Batch.Random(2, 51, 33, BufferSlots.States, 4);
        var whole = new Matrix(50, 51);
        OuterProduct.Accumulate(whole.Slice, adjoint, 0, operand, 1, 33, 4, 0, 1);

        var parts = new Matrix(50, 51);
        for (var part = 4; part >= 0; part--)
            OuterProduct.Accumulate(parts.Slice, adjoint, 0, operand, 1, 33, 4, part, 5);
        Assert.Equal(whole.Values, parts.Values);

        var steps = new Matrix(50, 51);
        for (var step = 0; step < 4; step++)
            OuterProduct.Accumulate(steps.Slice, adjoint, step, operand, step + 1, 33, 1, 0, 1);
        Assert.Equal(whole.Values, steps.Values);
    }

    [Fact]
    public void Vectors512And256GiveTheSameBits()
    {
        Assert.SkipUnless(Width.Is512, "This run has no 512-bit vectors.");
        var adjoint = Batch.Random(1, 50, 100);
        var operand = Batch.Random(2, 33, 100);
        var wide = new Matrix(50, 33);
        OuterProduct512.Accumulate(wide.Slice, adjoint.At(0), operand.At(0), 100, 0, 1);
        var narrow = new Matrix(50, 33);
        OuterProduct256.Accumulate(narrow.Slice, adjoint.At(0), operand.At(0), 100, 0, 1);
        Assert.Equal(wide.Values, narrow.Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(50)]
    public void ColumnSumsAddRowsAndSteps(int units)
    {
        var adjoint = Batch.Random(1, units, 3, BufferSlots.States, 4);
        var gradient = Matrix.Random(2, units, 1);
        var expected = gradient.Values.ToArray();
        for (var step = 0; step < 4; step++)
        {
            for (var row = 0; row < 3; row++)
            {
                for (var unit = 0; unit < units; unit++)
                    expected[unit] += adjoint.Row(step + 1, row)[unit];
            }
        }

        for (var part = 0; part < 3; part++)
            ColumnSum.Accumulate(gradient.Slice, adjoint, 1, 3, 4, part, 3);
        // The order is part of the contract, so the bits are.
        Assert.Equal(expected, gradient.Values);
        Assert.True(gradient.AreGuardsIntact);
    }

    private static void CheckKernel(int lanes, int units, int columns, int rows)
    {
        var adjoint = Batch.Random(units, units, rows);
        var operand = Batch.Random(columns, columns, rows);
        var gradient = Matrix.Random(rows, units, columns);
        var before = gradient.Values.ToArray();
        Accumulate(lanes, gradient.Slice, adjoint.At(0), operand.At(0), rows);
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

    private static void Accumulate(int lanes, ParameterSlice gradient, Rows adjoint, Rows operand, int rows)
    {
        switch (lanes)
        {
            case 16:
                OuterProduct512.Accumulate(gradient, adjoint, operand, rows, 0, 1);
                break;
            case 8:
                OuterProduct256.Accumulate(gradient, adjoint, operand, rows, 0, 1);
                break;
            default:
                OuterProduct128.Accumulate(gradient, adjoint, operand, rows, 0, 1);
                break;
        }
    }
}
