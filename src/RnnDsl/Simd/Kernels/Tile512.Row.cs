using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static RnnDsl.Simd.Kernels.Counts;

namespace RnnDsl.Simd.Kernels;

/// <content>
/// One row and one or two panels of weights: the sums of the first are a0 to a3, those of the second b0 to b3.
/// </content>
internal static unsafe partial class Tile512
{
    /// <summary>
    /// Adds the products of a row with the panels from a unit on, for all segments, whose weights must have the same gates.
    /// </summary>
    /// <typeparam name="TPanels">1 or 2.</typeparam>
    /// <typeparam name="TVectors">Vectors of a panel.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRow<TPanels, TVectors>(
        ReadOnlySpan<Segment> segments,
        int row,
        int unit,
        ref Vector512<float> a0,
        ref Vector512<float> a1,
        ref Vector512<float> a2,
        ref Vector512<float> a3,
        ref Vector512<float> b0,
        ref Vector512<float> b1,
        ref Vector512<float> b2,
        ref Vector512<float> b3
    )
        where TPanels : struct, ICount
        where TVectors : struct, ICount
    {
        var isPair = TPanels.Value > 1;
        var vectors = TVectors.Value;
        foreach (ref readonly var segment in segments)
        {
            var weights = segment.Weights;
            Debug.Assert(weights.Lanes == Lanes, "The weights are packed for vectors of another width.");
            if (segment.IsDone)
            {
                // The first segment with these gates: there are no sums yet.
                var done = segment.Sums(unit, row, vectors * Lanes);
                a0 = Load(done, 0, 0, vectors > 0);
                a1 = Load(done, 0, 1, vectors > 1);
                a2 = Load(done, 0, 2, vectors > 2);
                a3 = Load(done, 0, 3, vectors > 3);
                if (isPair)
                {
                    done = segment.Sums(unit + weights.PanelUnits, row, vectors * Lanes);
                    b0 = Load(done, 0, 0, vectors > 0);
                    b1 = Load(done, 0, 1, vectors > 1);
                    b2 = Load(done, 0, 2, vectors > 2);
                    b3 = Load(done, 0, 3, vectors > 3);
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
                a0 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 0 * Lanes), a0);
                if (vectors > 1)
                    a1 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 1 * Lanes), a1);
                if (vectors > 2)
                    a2 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 2 * Lanes), a2);
                if (vectors > 3)
                    a3 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w + 3 * Lanes), a3);
                if (isPair)
                    b0 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 0 * Lanes), b0);
                if (isPair && vectors > 1)
                    b1 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 1 * Lanes), b1);
                if (isPair && vectors > 2)
                    b2 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 2 * Lanes), b2);
                if (isPair && vectors > 3)
                    b3 = Vector512.MultiplyAddEstimate(b, Vector512.Load(w1 + 3 * Lanes), b3);
            }
        }
    }

    /// <summary>Sums the products of segments whose weights have different gates, or of narrow panels.</summary>
    /// <param name="segments">The operands and their weights.</param>
    /// <param name="row">The row.</param>
    /// <param name="unit">The first unit of the first panel.</param>
    /// <param name="isPair">Whether it is two panels.</param>
    /// <param name="sums">Receives a row of sums for each panel: those of gate 0, then those of gate 1, and so on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRow(ReadOnlySpan<Segment> segments, int row, int unit, bool isPair, float* sums)
    {
        new Span<float>(sums, 2 * RowFloats).Clear();
        for (int first = 0, next; first < segments.Length; first = next)
        {
            var weights = segments[first].Weights;
            for (next = first + 1; next < segments.Length; next++)
            {
                if (!segments[next].Weights.HasGatesOf(weights))
                    break;
            }

            weights.Panel(unit, out var stride);
            var target = sums + weights.TileOffset(stride);
            if (isPair)
                AddRow<Two>(stride / Lanes, segments[first..next], row, unit, target);
            else
                AddRow<One>(stride / Lanes, segments[first..next], row, unit, target);
        }
    }

    /// <summary>Reads what <see cref="SumRow"/> wrote, completely: a narrow panel has fewer sums, followed by zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRow(
        float* sums,
        ref Vector512<float> a0,
        ref Vector512<float> a1,
        ref Vector512<float> a2,
        ref Vector512<float> a3,
        ref Vector512<float> b0,
        ref Vector512<float> b1,
        ref Vector512<float> b2,
        ref Vector512<float> b3
    )
    {
        a0 = Vector512.Load(sums + 0 * Lanes);
        a1 = Vector512.Load(sums + 1 * Lanes);
        a2 = Vector512.Load(sums + 2 * Lanes);
        a3 = Vector512.Load(sums + 3 * Lanes);
        b0 = Vector512.Load(sums + RowFloats + 0 * Lanes);
        b1 = Vector512.Load(sums + RowFloats + 1 * Lanes);
        b2 = Vector512.Load(sums + RowFloats + 2 * Lanes);
        b3 = Vector512.Load(sums + RowFloats + 3 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<TPanels>(int vectors, ReadOnlySpan<Segment> segments, int row, int unit, float* sums)
        where TPanels : struct, ICount
    {
        switch (vectors)
        {
            case 1:
                AddRow<TPanels, One>(segments, row, unit, sums);
                break;
            case 2:
                AddRow<TPanels, Two>(segments, row, unit, sums);
                break;
            case 3:
                AddRow<TPanels, Three>(segments, row, unit, sums);
                break;
            default:
                AddRow<TPanels, Four>(segments, row, unit, sums);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow<TPanels, TVectors>(ReadOnlySpan<Segment> segments, int row, int unit, float* sums)
        where TPanels : struct, ICount
        where TVectors : struct, ICount
    {
        var isPair = TPanels.Value > 1;
        var vectors = TVectors.Value;
        var a0 = Load(sums, 0 * RowFloats, 0, vectors > 0);
        var a1 = Load(sums, 0 * RowFloats, 1, vectors > 1);
        var a2 = Load(sums, 0 * RowFloats, 2, vectors > 2);
        var a3 = Load(sums, 0 * RowFloats, 3, vectors > 3);
        var b0 = Load(sums, 1 * RowFloats, 0, isPair && vectors > 0);
        var b1 = Load(sums, 1 * RowFloats, 1, isPair && vectors > 1);
        var b2 = Load(sums, 1 * RowFloats, 2, isPair && vectors > 2);
        var b3 = Load(sums, 1 * RowFloats, 3, isPair && vectors > 3);
        AddRow<TPanels, TVectors>(segments, row, unit, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1, ref b2, ref b3);
        Store(a0, sums, 0 * RowFloats, 0, vectors > 0);
        Store(a1, sums, 0 * RowFloats, 1, vectors > 1);
        Store(a2, sums, 0 * RowFloats, 2, vectors > 2);
        Store(a3, sums, 0 * RowFloats, 3, vectors > 3);
        Store(b0, sums, 1 * RowFloats, 0, isPair && vectors > 0);
        Store(b1, sums, 1 * RowFloats, 1, isPair && vectors > 1);
        Store(b2, sums, 1 * RowFloats, 2, isPair && vectors > 2);
        Store(b3, sums, 1 * RowFloats, 3, isPair && vectors > 3);
    }
}
