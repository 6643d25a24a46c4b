using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// The inner loops of all products with 512-bit vectors: a tile of up to 4 rows x 4 vectors of sums stays in registers while k
/// runs. For each k, <c>sums[r][v] += x[r] * w[v]</c>, in order of k, so a sum has the same bits in any tile.
/// </summary>
/// <remarks>One file for each number of rows. The tile's shape is spelled out, because an array of vectors would live in memory.</remarks>
internal static unsafe partial class Tile512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>Sums the products of all segments for a tile.</summary>
    /// <param name="segments">The operands and their weights.</param>
    /// <param name="row">The first row of the tile.</param>
    /// <param name="rows">Rows of the tile.</param>
    /// <param name="gates">The gates of each unit.</param>
    /// <param name="unit">The first unit of the tile, where a panel of the weights begins.</param>
    /// <param name="sums">[rows, 4, lanes], written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ReadOnlySpan<Segment> segments, int row, int rows, int gates, int unit, float* sums)
    {
        var rowStride = TileShape.Vectors * Lanes;
        for (var i = 0; i < rows * TileShape.Vectors; i++)
            Vector512<float>.Zero.Store(sums + i * Lanes);
        foreach (ref readonly var segment in segments)
        {
            var weights = segment.Weights;
            Debug.Assert(weights.Lanes == Lanes, "The weights are packed for vectors of another width.");
            Debug.Assert(weights.Gates == gates, "The weights are packed for another number of gates.");
            Debug.Assert(weights.Depth == segment.Operand.Width, "The operand is not as wide as the weights are deep.");
            var x = segment.Operand.At(row, 0, weights.Depth);
            var w = weights.Panel(unit, out var stride);
            Add(rows, stride / Lanes, x, segment.Operand.Stride, 1, w, stride, weights.Depth, sums, rowStride);
        }
    }

    /// <summary>Adds products to a tile.</summary>
    /// <param name="rows">1 to 4.</param>
    /// <param name="vectors">1 to 4.</param>
    /// <param name="x">The factors that are broadcast.</param>
    /// <param name="xr">From one row's factor to the next.</param>
    /// <param name="xk">From one k to the next.</param>
    /// <param name="w">The factors that are vectors, one after the other.</param>
    /// <param name="wk">From one k to the next.</param>
    /// <param name="count">How far k runs.</param>
    /// <param name="sums">The tile.</param>
    /// <param name="sr">From one row of the tile to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(
        int rows,
        int vectors,
        float* x,
        nint xr,
        nint xk,
        float* w,
        nint wk,
        int count,
        float* sums,
        nint sr
    )
    {
        switch (rows * 4 + vectors)
        {
            case 20:
                Add4x4(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 19:
                Add4x3(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 18:
                Add4x2(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 17:
                Add4x1(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 16:
                Add3x4(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 15:
                Add3x3(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 14:
                Add3x2(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 13:
                Add3x1(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 12:
                Add2x4(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 11:
                Add2x3(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 10:
                Add2x2(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 9:
                Add2x1(x, xr, xk, w, wk, count, sums, sr);
                break;
            case 8:
                Add1x4(x, xk, w, wk, count, sums);
                break;
            case 7:
                Add1x3(x, xk, w, wk, count, sums);
                break;
            case 6:
                Add1x2(x, xk, w, wk, count, sums);
                break;
            case 5:
                Add1x1(x, xk, w, wk, count, sums);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(vectors), $"No tile of {rows} x {vectors} exists.");
        }
    }
}
