using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static RnnDsl.Simd.Kernels.Counts;

namespace RnnDsl.Simd.Kernels;

/// <content>
/// One row. What a stage does besides multiplying counts here, so its sums stay in registers from one segment to the next. They are
/// few and would wait for each other: a multiply-add takes four cycles, and two may start in each. So two panels of weights are
/// multiplied at once.
/// </content>
internal static unsafe partial class Tile512
{
    /// <summary>Sums the products of all segments for one row and one or two panels of the same width.</summary>
    /// <param name="segments">The operands and their weights.</param>
    /// <param name="row">The row.</param>
    /// <param name="unit">The first unit of the first panel.</param>
    /// <param name="panels">1 or 2.</param>
    /// <param name="vectors">Vectors of a panel.</param>
    /// <param name="sums">A tile whose zeros are set; a row of it is written for each panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRow(ReadOnlySpan<Segment> segments, int row, int unit, int panels, int vectors, float* sums)
    {
        var from = Zeros(sums);
        nint fromStride = 0;
        for (int first = 0, next; first < segments.Length; first = next)
        {
            var weights = segments[first].Weights;
            for (next = first + 1; next < segments.Length; next++)
            {
                if (!segments[next].Weights.HasGatesOf(weights))
                    break;
            }

            weights.Panel(unit, out var stride);
            var own = stride / Lanes;
            if (own < vectors && from != sums)
            {
                Copy(from, fromStride, sums, panels, vectors);
                from = sums;
                fromStride = RowFloats;
            }

            var offset = weights.TileOffset(stride);
            AddRow(panels, own, segments[first..next], row, unit, from + offset, fromStride, sums + offset);
            from = sums;
            fromStride = RowFloats;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(
        int panels,
        int vectors,
        ReadOnlySpan<Segment> segments,
        int row,
        int unit,
        float* from,
        nint fr,
        float* sums
    )
    {
        if (panels == 1)
            AddRow<One>(vectors, segments, row, unit, from, fr, sums);
        else
            AddRow<Two>(vectors, segments, row, unit, from, fr, sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<TPanels>(
        int vectors,
        ReadOnlySpan<Segment> segments,
        int row,
        int unit,
        float* from,
        nint fr,
        float* sums
    )
        where TPanels : struct, ICount
    {
        switch (vectors)
        {
            case 1:
                AddRow<TPanels, One>(segments, row, unit, from, fr, sums);
                break;
            case 2:
                AddRow<TPanels, Two>(segments, row, unit, from, fr, sums);
                break;
            case 3:
                AddRow<TPanels, Three>(segments, row, unit, from, fr, sums);
                break;
            default:
                AddRow<TPanels, Four>(segments, row, unit, from, fr, sums);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow<TPanels, TVectors>(
        ReadOnlySpan<Segment> segments,
        int row,
        int unit,
        float* from,
        nint fr,
        float* sums
    )
        where TPanels : struct, ICount
        where TVectors : struct, ICount
    {
        var isPair = TPanels.Value > 1;
        var vectors = TVectors.Value;
        var a00 = Load(from, 0 * fr, 0, vectors > 0);
        var a01 = Load(from, 0 * fr, 1, vectors > 1);
        var a02 = Load(from, 0 * fr, 2, vectors > 2);
        var a03 = Load(from, 0 * fr, 3, vectors > 3);
        var a10 = Load(from, 1 * fr, 0, isPair && vectors > 0);
        var a11 = Load(from, 1 * fr, 1, isPair && vectors > 1);
        var a12 = Load(from, 1 * fr, 2, isPair && vectors > 2);
        var a13 = Load(from, 1 * fr, 3, isPair && vectors > 3);
        foreach (ref readonly var segment in segments)
        {
            var weights = segment.Weights;
            Debug.Assert(weights.Lanes == Lanes, "The weights are packed for vectors of another width.");
            if (segment.IsDone)
            {
                // The first of these gates, so there are no sums yet.
                var done = segment.Sums(unit, row, vectors * Lanes);
                a00 = Load(done, 0, 0, vectors > 0);
                a01 = Load(done, 0, 1, vectors > 1);
                a02 = Load(done, 0, 2, vectors > 2);
                a03 = Load(done, 0, 3, vectors > 3);
                if (isPair)
                {
                    done = segment.Sums(unit + weights.PanelUnits, row, vectors * Lanes);
                    a10 = Load(done, 0, 0, vectors > 0);
                    a11 = Load(done, 0, 1, vectors > 1);
                    a12 = Load(done, 0, 2, vectors > 2);
                    a13 = Load(done, 0, 3, vectors > 3);
                }

                continue;
            }

            Debug.Assert(weights.Depth == segment.Operand.Width, "The operand is not as wide as the weights are deep.");
            var depth = weights.Depth;
            var x = segment.Operand.At(row, 0, depth);
            var w = weights.Panel(unit, out _);
            var w1 = w + (nint)vectors * Lanes * depth;
            for (var end = x + depth; x < end; x++, w += vectors * Lanes, w1 += vectors * Lanes)
            {
                var b = Vector512.Create(*x);
                a00 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 0 * Lanes), a00);
                if (vectors > 1)
                    a01 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 1 * Lanes), a01);
                if (vectors > 2)
                    a02 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 2 * Lanes), a02);
                if (vectors > 3)
                    a03 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 3 * Lanes), a03);
                if (isPair)
                    a10 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 0 * Lanes), a10);
                if (isPair && vectors > 1)
                    a11 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 1 * Lanes), a11);
                if (isPair && vectors > 2)
                    a12 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 2 * Lanes), a12);
                if (isPair && vectors > 3)
                    a13 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 3 * Lanes), a13);
            }
        }

        Store(a00, sums, 0 * RowFloats, 0, vectors > 0);
        Store(a01, sums, 0 * RowFloats, 1, vectors > 1);
        Store(a02, sums, 0 * RowFloats, 2, vectors > 2);
        Store(a03, sums, 0 * RowFloats, 3, vectors > 3);
        Store(a10, sums, 1 * RowFloats, 0, isPair && vectors > 0);
        Store(a11, sums, 1 * RowFloats, 1, isPair && vectors > 1);
        Store(a12, sums, 1 * RowFloats, 2, isPair && vectors > 2);
        Store(a13, sums, 1 * RowFloats, 3, isPair && vectors > 3);
    }
}
