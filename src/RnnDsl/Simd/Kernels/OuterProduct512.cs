using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Parameters;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Sums of outer products with 512-bit vectors: the same tiles as those of a product, with the rows of the batch in the
/// place of k. A tile takes its sums up from the gradient and lays them down there, chunk after chunk of rows, so that a
/// chunk stays in the nearest caches while all tiles pass over it.
/// </summary>
[SkipLocalsInit]
internal static unsafe class OuterProduct512
{
    /// <summary>Rows of a chunk.</summary>
    private const int Chunk = 64;

    private static int Lanes => Vector512<float>.Count;

    /// <summary>gradient += transpose of the first rows of adjoint, times those of operand; part of it.</summary>
    public static void Accumulate(ParameterSlice gradient, Rows adjoint, Rows operand, int rows, int part, int parts)
    {
        // Parts are runs of whole tiles of units, so two threads hardly ever write to one line of the cache.
        var tiles = (gradient.Rows + TileShape.Rows512 - 1) / TileShape.Rows512;
        var first = (int)((long)tiles * part / parts) * TileShape.Rows512;
        var last = Math.Min((int)((long)tiles * (part + 1) / parts) * TileShape.Rows512, gradient.Rows);
        for (var row = 0; row < rows; row += Chunk)
        {
            var count = Math.Min(Chunk, rows - row);
            var a = adjoint.Start + (nint)row * adjoint.Stride;
            var x = operand.Start + (nint)row * operand.Stride;
            for (var column = 0; column < gradient.Columns; column += TileShape.Vectors * Lanes)
            {
                for (var unit = first; unit < last; unit += TileShape.Rows512)
                {
                    Add(
                        gradient,
                        unit,
                        Math.Min(TileShape.Rows512, last - unit),
                        column,
                        a + unit,
                        adjoint.Stride,
                        x + column,
                        operand.Stride,
                        count
                    );
                }
            }
        }
    }

    private static void Add(
        ParameterSlice gradient,
        int unit,
        int units,
        int column,
        float* a,
        int aStride,
        float* x,
        int xStride,
        int count
    )
    {
        var columns = Math.Min(TileShape.Vectors * Lanes, gradient.Columns - column);
        var vectors = (columns + Lanes - 1) / Lanes;
        var target = gradient.Pointer + (nint)unit * gradient.Columns + column;
        if (columns == vectors * Lanes)
        {
            Tile512.Add(units, vectors, a, 1, aStride, x, xStride, count, target, gradient.Columns);
            return;
        }

        // Rows of the gradient have no padding, so the ragged edge goes through a tile that has.
        var memory = stackalloc float[TileShape.Rows512 * TileShape.Vectors * Lanes + Padding.Floats];
        var tile = Padding.Align(memory);
        var width = vectors * Lanes;
        for (var u = 0; u < units; u++)
        {
            var row = new Span<float>(tile + u * width, width);
            new ReadOnlySpan<float>(target + (nint)u * gradient.Columns, columns).CopyTo(row);
            row[columns..].Clear();
        }

        Tile512.Add(units, vectors, a, 1, aStride, x, xStride, count, tile, width);
        for (var u = 0; u < units; u++)
        {
            new ReadOnlySpan<float>(tile + u * width, columns).CopyTo(
                new Span<float>(target + (nint)u * gradient.Columns, columns)
            );
        }
    }
}
