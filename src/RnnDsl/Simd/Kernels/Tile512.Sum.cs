using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <content>The sums of a stage's segments.</content>
internal static unsafe partial class Tile512
{
    /// <summary>Floats from one row of a tile of sums to the next.</summary>
    public static int RowFloats => TileShape.Vectors * Lanes;

    /// <summary>Floats that the sums of a tile take, with a row of zeros that they start from.</summary>
    public static int Floats => (TileShape.MostRows512 + 1) * RowFloats;

    /// <summary>Sets the zeros of a tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(float* tile)
    {
        for (var v = 0; v < TileShape.Vectors; v++)
            Vector512<float>.Zero.Store(Zeros(tile) + v * Lanes);
    }

    /// <summary>Sums the products of all segments for a tile.</summary>
    /// <param name="segments">The operands and their weights.</param>
    /// <param name="row">The first row of the tile.</param>
    /// <param name="rows">Rows of the tile.</param>
    /// <param name="unit">The first unit of the tile, where a panel of the weights begins.</param>
    /// <param name="vectors">Vectors in a row of the tile: those of gate 0, then those of gate 1, and so on.</param>
    /// <param name="sums">A tile whose zeros are set; its rows are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ReadOnlySpan<Segment> segments, int row, int rows, int unit, int vectors, float* sums)
    {
        // Sums start from zeros, or from those of a product that was done before; from then on they are in the tile.
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
            Add(
                rows,
                own,
                x,
                segment.Operand.Stride,
                1,
                w,
                stride,
                weights.Depth,
                from + offset,
                fromStride,
                sums + offset,
                RowFloats
            );
            from = sums;
            fromStride = RowFloats;
        }

        if (from != sums)
            Copy(from, fromStride, sums, rows, vectors);
    }

    /// <summary>The row of zeros that follows a tile.</summary>
    public static float* Zeros(float* tile) => tile + TileShape.MostRows512 * RowFloats;

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
