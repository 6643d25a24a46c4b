using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>A product on random numbers, and the same with loops in double precision.</summary>
internal sealed class ProductCase
{
    private readonly int lanes;
    private readonly int gates;
    private readonly int units;
    private readonly int rows;
    private readonly bool transposed;
    private readonly int packed;
    private readonly Range[] covered;
    private readonly RowBuffer[] operands;
    private readonly Matrix[][] matrices;

    public ProductCase(
        int lanes,
        int gates,
        int units,
        int[] depths,
        int rows,
        bool transposed = false,
        int? packed = null,
        Range[]? covered = null
    )
    {
        this.lanes = lanes;
        this.gates = gates;
        this.units = units;
        this.rows = rows;
        this.transposed = transposed;
        this.packed = packed ?? gates;
        this.covered = covered ?? [.. depths.Select(_ => 0..gates)];
        operands = [.. depths.Select((depth, i) => Batch.Random(units + i, depth, rows))];
        matrices =
        [
            .. depths.Select(depth =>
                Enumerable
                    .Range(0, this.packed)
                    .Select(gate =>
                        transposed
                            ? Matrix.Random(depth + gate, depth, units)
                            : Matrix.Random(depth + gate, units, depth)
                    )
                    .ToArray()
            ),
        ];
        Segments = new Segment[depths.Length];
        for (var i = 0; i < depths.Length; i++)
        {
            var weights = new PackedMatrix(units, depths[i], this.covered[i], gates, lanes);
            for (var gate = 0; gate < gates; gate++)
            {
                if (IsIn(i, gate))
                    weights.Pack(gate, matrices[i][gate].Slice, transposed);
            }

            Segments[i] = new Segment(operands[i].At(0), weights);
        }
    }

    public Segment[] Segments { get; }

    public RowBuffer[] NewResults() => [.. Enumerable.Range(0, gates).Select(_ => Batch.Unwritten(units, rows))];

    public RowBuffer[] Run(int first, int last, int step = 0)
    {
        var results = NewResults();
        var epilogue = new StoreSums([.. results.Select(result => result.At(0))]);
        Kernel.Run(lanes, gates, Share.OfRows(first, last).Turn(step), units, Segments, ref epilogue);
        Assert.Equal((last - first) * ((units + lanes - 1) / lanes), epilogue.Calls);
        return results;
    }

    public void Check()
    {
        var results = Run(0, rows);
        for (var gate = 0; gate < gates; gate++)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var unit = 0; unit < units; unit++)
                    Check(results[gate].Row(0, row)[unit], gate, row, unit);
            }
        }
    }

    // Whether a gate takes anything from an operand.
    private bool IsIn(int segment, int gate) =>
        gate < packed && gate >= covered[segment].Start.Value && gate < covered[segment].End.Value;

    private void Check(float actual, int gate, int row, int unit)
    {
        double expected = 0;
        double size = 0;
        var terms = 0;
        for (var i = 0; i < operands.Length; i++)
        {
            if (!IsIn(i, gate))
                continue;
            var x = operands[i].Row(0, row);
            var w = matrices[i][gate];
            for (var k = 0; k < x.Length; k++, terms++)
            {
                var product = (double)x[k] * (transposed ? w[k, unit] : w[unit, k]);
                expected += product;
                size += Math.Abs(product);
            }
        }

        // Each addition and product rounds by at most 2^-24 of what the sum can have become.
        var bound = (terms + 1) * Math.ScaleB(size, -24);
        Assert.True(
            Math.Abs(actual - expected) <= bound,
            $"gate {gate}, row {row}, unit {unit}: {actual} instead of {expected}, {lanes} lanes"
        );
    }
}
