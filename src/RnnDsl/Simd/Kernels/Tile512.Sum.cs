using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <content>The sums of a stage's segments.</content>
internal static unsafe partial class Tile512
{
    /// <summary>Floats from one row of a tile of sums to the next.</summary>
    public static int RowFloats => TileShape.Vectors * Lanes;

    /// <summary>The floats of the sums of tiles that run together, with a row of zeros that they start from.</summary>
    public static int Floats => (TileShape.MostTiles * TileShape.MostRows512 + 1) * RowFloats;

    /// <summary>Sets the zeros that sums start from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(float* tile)
    {
        for (var v = 0; v < TileShape.Vectors; v++)
            Vector512<float>.Zero.Store(Zeros(tile) + v * Lanes);
    }

    /// <summary>Sums the products of all segments for tiles that are stacked by rows.</summary>
    /// <param name="segments">The operands and their weights.</param>
    /// <param name="row">The first row.</param>
    /// <param name="rows">Rows, of one or more tiles.</param>
    /// <param name="unit">The first unit, where a panel of the weights begins.</param>
    /// <param name="nextUnit">The first unit of the next panel.</param>
    /// <param name="vectors">Vectors in a row of the tile: those of gate 0, then those of gate 1, and so on.</param>
    /// <param name="sums">A tile whose zeros are set; its rows are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(
        ReadOnlySpan<Segment> segments,
        int row,
        int rows,
        int unit,
        int nextUnit,
        int vectors,
        float* sums
    )
    {
        // The first segment's sums start from zeros, or from a product that was computed ahead; later segments accumulate in the tile.
        var from = Zeros(sums);
        nint fromStride = 0;
        foreach (ref readonly var segment in segments)
        {
            var weights = segment.Weights;
            Debug.Assert(weights.Lanes == Lanes, "The weights are packed for vectors of another width.");
            var w = weights.Panel(unit, out var stride);
            var own = stride / Lanes;
            var offset = weights.TileOffset(stride);
            if (own < vectors && from != sums)
            {
                Copy(from, fromStride, sums, rows, vectors);
                from = sums;
                fromStride = RowFloats;
            }

            if (segment.IsDone)
            {
                Debug.Assert(from != sums || own < vectors, "Only the first segment can be done.");
                var done = segment.Sums(unit, row, stride);
                if (own < vectors)
                {
                    Copy(done, stride, sums + offset, rows, own);
                    continue;
                }

                from = done;
                fromStride = stride;
                continue;
            }

            Debug.Assert(weights.Depth == segment.Operand.Width, "The operand is not as wide as the weights are deep.");
            var x = segment.Operand.At(row, 0, weights.Depth);
            AddTiles(
                rows,
                own,
                x,
                segment.Operand.Stride,
                w,
                stride,
                weights.Depth,
                from + offset,
                fromStride,
                sums + offset,
                RowFloats,
                weights.Panel(nextUnit, out _)
            );
            from = sums;
            fromStride = RowFloats;
        }

        if (from != sums)
            Copy(from, fromStride, sums, rows, vectors);
    }

    /// <summary>Adds the products of tiles, which are stacked by rows, with a panel of weights.</summary>
    /// <param name="rows">Rows of the tiles.</param>
    /// <param name="vectors">1 to 4.</param>
    /// <param name="x">The operand of the first row.</param>
    /// <param name="xr">The stride of its rows.</param>
    /// <param name="w">The panel.</param>
    /// <param name="wk">Its stride in k.</param>
    /// <param name="depth">The range of k.</param>
    /// <param name="from">The initial sums.</param>
    /// <param name="fr">The stride of their rows; 0 if all rows start from the same.</param>
    /// <param name="sums">Receives the tiles.</param>
    /// <param name="sr">The stride of their rows.</param>
    /// <param name="next">The next panel, to prefetch.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTiles(
        int rows,
        int vectors,
        float* x,
        nint xr,
        float* w,
        nint wk,
        int depth,
        float* from,
        nint fr,
        float* sums,
        nint sr,
        float* next
    )
    {
        var most = TileShape.Rows512(vectors);
        var tiles = (rows + most - 1) / most;
        var (tileRows, taller) = Math.DivRem(rows, tiles);
        for (int left = depth, count; left > 0; left -= count)
        {
            count = TileShape.NextDepth(left, wk);
            // Each tile prefetches its part of the next panel.
            var ahead = left > count ? w + count * wk : next;
            var part = Padding.RoundDown(count * wk / tiles);
            nint row = 0;
            for (var tile = 0; tile < tiles; tile++)
            {
                var n = tile < taller ? tileRows + 1 : tileRows;
                Add(
                    n,
                    vectors,
                    x + row * xr,
                    xr,
                    1,
                    w,
                    wk,
                    count,
                    from + row * fr,
                    fr,
                    sums + row * sr,
                    sr,
                    ahead,
                    part / 2
                );
                ahead += part;
                row += n;
            }

            x += count;
            w += count * wk;
            from = sums;
            fr = sr;
        }
    }

    /// <summary>The row of zeros that follows a tile.</summary>
    public static float* Zeros(float* tile) => tile + TileShape.MostTiles * TileShape.MostRows512 * RowFloats;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(float* from, nint fromStride, float* sums, int rows, int vectors)
    {
        for (var r = 0; r < rows; r++)
        {
            for (var v = 0; v < vectors; v++)
                Vector512.Load(from + r * fromStride + v * Lanes).Store(sums + r * RowFloats + v * Lanes);
        }
    }
}
