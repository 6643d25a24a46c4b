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
    /// <param name="xr">From one row's factor to the next.</param>
    /// <param name="xk">From one k to the next.</param>
    /// <param name="w">The factors that are vectors, one after the other.</param>
    /// <param name="wk">From one k to the next.</param>
    /// <param name="count">How far k runs.</param>
    /// <param name="from">What the sums start from.</param>
    /// <param name="fr">From one row of it to the next; 0 if all rows start from the same.</param>
    /// <param name="sums">The tile, written.</param>
    /// <param name="sr">From one row of the tile to the next.</param>
    /// <param name="ahead">What is needed soon: as many lines of it as half the count are asked for.</param>
    /// <param name="apart">How far on the next lines begin, where not all vectors go through k together.</param>
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
