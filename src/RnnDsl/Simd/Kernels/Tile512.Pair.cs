using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static RnnDsl.Simd.Kernels.Counts;

namespace RnnDsl.Simd.Kernels;

/// <content>
/// One row. Its few sums would wait for each other: a multiply-add takes four cycles, and two may start in each. So two panels of
/// weights are multiplied at once.
/// </content>
internal static unsafe partial class Tile512
{
    /// <summary>Sums the products of all segments for one row and two panels of the same width.</summary>
    /// <param name="segments">The operands and their weights.</param>
    /// <param name="row">The row.</param>
    /// <param name="unit">The first unit of the first panel.</param>
    /// <param name="vectors">Vectors of a panel.</param>
    /// <param name="sums">A tile whose zeros are set; its first two rows are written, one for each panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumPair(ReadOnlySpan<Segment> segments, int row, int unit, int vectors, float* sums)
    {
        Copy(Zeros(sums), 0, sums, 2, vectors);
        foreach (ref readonly var segment in segments)
        {
            var weights = segment.Weights;
            Debug.Assert(weights.Lanes == Lanes, "The weights are packed for vectors of another width.");
            var w = weights.Panel(unit, out var stride);
            var own = stride / Lanes;
            var offset = weights.TileOffset(stride);
            if (segment.IsDone)
            {
                Copy(segment.Sums(unit, row, stride), 0, sums + offset, 1, own);
                Copy(segment.Sums(unit + weights.PanelUnits, row, stride), 0, sums + RowFloats + offset, 1, own);
                continue;
            }

            var x = segment.Operand.At(row, 0, weights.Depth);
            AddPair(own, x, w, weights.Depth, sums + offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(int vectors, float* x, float* w, int depth, float* sums)
    {
        switch (vectors)
        {
            case 1:
                AddPair<One>(x, w, depth, sums);
                break;
            case 2:
                AddPair<Two>(x, w, depth, sums);
                break;
            case 3:
                AddPair<Three>(x, w, depth, sums);
                break;
            default:
                AddPair<Four>(x, w, depth, sums);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPair<TVectors>(float* x, float* w, int depth, float* sums)
        where TVectors : struct, ICount
    {
        var vectors = TVectors.Value;
        var next = (nint)vectors * Lanes * depth;
        var a00 = Load(sums, 0 * RowFloats, 0, vectors > 0);
        var a01 = Load(sums, 0 * RowFloats, 1, vectors > 1);
        var a02 = Load(sums, 0 * RowFloats, 2, vectors > 2);
        var a03 = Load(sums, 0 * RowFloats, 3, vectors > 3);
        var a10 = Load(sums, 1 * RowFloats, 0, vectors > 0);
        var a11 = Load(sums, 1 * RowFloats, 1, vectors > 1);
        var a12 = Load(sums, 1 * RowFloats, 2, vectors > 2);
        var a13 = Load(sums, 1 * RowFloats, 3, vectors > 3);
        for (var k = 0; k < depth; k++, w += vectors * Lanes)
        {
            var b = Vector512.Create(x[k]);
            a00 = Vector512.MultiplyAddEstimate(b, Load(w, 0, 0, vectors > 0), a00);
            if (vectors > 1)
                a01 = Vector512.MultiplyAddEstimate(b, Load(w, 0, 1, vectors > 1), a01);
            if (vectors > 2)
                a02 = Vector512.MultiplyAddEstimate(b, Load(w, 0, 2, vectors > 2), a02);
            if (vectors > 3)
                a03 = Vector512.MultiplyAddEstimate(b, Load(w, 0, 3, vectors > 3), a03);
            a10 = Vector512.MultiplyAddEstimate(b, Load(w, next, 0, vectors > 0), a10);
            if (vectors > 1)
                a11 = Vector512.MultiplyAddEstimate(b, Load(w, next, 1, vectors > 1), a11);
            if (vectors > 2)
                a12 = Vector512.MultiplyAddEstimate(b, Load(w, next, 2, vectors > 2), a12);
            if (vectors > 3)
                a13 = Vector512.MultiplyAddEstimate(b, Load(w, next, 3, vectors > 3), a13);
        }

        Store(a00, sums, 0 * RowFloats, 0, vectors > 0);
        Store(a01, sums, 0 * RowFloats, 1, vectors > 1);
        Store(a02, sums, 0 * RowFloats, 2, vectors > 2);
        Store(a03, sums, 0 * RowFloats, 3, vectors > 3);
        Store(a10, sums, 1 * RowFloats, 0, vectors > 0);
        Store(a11, sums, 1 * RowFloats, 1, vectors > 1);
        Store(a12, sums, 1 * RowFloats, 2, vectors > 2);
        Store(a13, sums, 1 * RowFloats, 3, vectors > 3);
    }
}
