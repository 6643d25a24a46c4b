using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static RnnDsl.Simd.Kernels.Counts;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// The inner loops of all products with 512-bit vectors: a tile of up to 6 rows x 4 vectors of sums stays in registers while k
/// runs. For each k, <c>sums[r][v] += x[r] * w[v]</c>, in order of k, so a sum has the same bits in any tile.
/// </summary>
internal static unsafe partial class Tile512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>Adds products to a tile.</summary>
    /// <param name="rows">1 to 6.</param>
    /// <param name="vectors">1 to 4.</param>
    /// <param name="x">The factors that are broadcast.</param>
    /// <param name="xr">The stride of the rows' factors.</param>
    /// <param name="xk">Their stride in k.</param>
    /// <param name="w">The factors that are vectors, contiguous.</param>
    /// <param name="wk">Their stride in k.</param>
    /// <param name="count">The range of k.</param>
    /// <param name="from">The initial sums.</param>
    /// <param name="fr">The stride of their rows; 0 if all rows start from the same.</param>
    /// <param name="sums">Receives the tile.</param>
    /// <param name="sr">The stride of the tile's rows.</param>
    /// <param name="ahead">Memory that is needed soon: half as many lines as the count are prefetched.</param>
    /// <param name="apart">The offset of the next lines, if not all vectors go through k together.</param>
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
        float* from,
        nint fr,
        float* sums,
        nint sr,
        float* ahead,
        nint apart
    )
    {
        var atOnce = TileShape.AtOnce512(rows, vectors);
        for (var v = 0; v < vectors; v += atOnce)
        {
            var at = v * Lanes;
            AddAtOnce(
                rows,
                Math.Min(atOnce, vectors - v),
                x,
                xr,
                xk,
                w + at,
                wk,
                count,
                from + at,
                fr,
                sums + at,
                sr,
                ahead
            );
            ahead += apart;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddAtOnce(
        int rows,
        int vectors,
        float* x,
        nint xr,
        nint xk,
        float* w,
        nint wk,
        int count,
        float* from,
        nint fr,
        float* sums,
        nint sr,
        float* ahead
    )
    {
        switch (rows)
        {
            case 1:
                Add<One>(vectors, x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 2:
                Add<Two>(vectors, x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 3:
                Add<Three>(vectors, x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 4:
                Add<Four>(vectors, x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 5:
                Add<Five>(vectors, x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 6:
                Add<Six>(vectors, x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rows), Invariant($"No tile has {rows} rows."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TRows>(
        int vectors,
        float* x,
        nint xr,
        nint xk,
        float* w,
        nint wk,
        int count,
        float* from,
        nint fr,
        float* sums,
        nint sr,
        float* ahead
    )
        where TRows : struct, ICount
    {
        switch (vectors)
        {
            case 1:
                Add<TRows, One>(x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 2:
                Add<TRows, Two>(x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 3:
                Add<TRows, Three>(x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            case 4:
                Add<TRows, Four>(x, xr, xk, w, wk, count, from, fr, sums, sr, ahead);
                break;
            default:
                throw new ArgumentOutOfRangeException(
                    nameof(vectors),
                    Invariant($"No tile has {vectors} vectors in a row.")
                );
        }
    }
}
