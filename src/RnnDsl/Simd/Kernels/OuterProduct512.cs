using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.Parameters;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Sums of outer products with 512-bit vectors: the same tiles as those of a product, with the rows of the batch in the
/// place of k. A tile takes its sums up from the gradient and lays them down there, chunk after chunk of rows. What a chunk
/// needs is copied together first, because rows lie a power of two apart where the width is one, and would push each other
/// out of the nearest cache.
/// </summary>
[SkipLocalsInit]
internal static unsafe class OuterProduct512
{
    /// <summary>Rows of a chunk: with it, the copies fill two thirds of a cache of 32 KB.</summary>
    private const int Chunk = 64;

    /// <summary>Units whose adjoints are copied together: a line of the cache.</summary>
    private const int Block = Padding.Floats;

    private static int Lanes => Vector512<float>.Count;

    /// <summary>Columns of a tile.</summary>
    private static int Columns => TileShape.Vectors * Lanes;

    /// <summary>gradient += transpose of the first rows of adjoint, times those of operand; part of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(ParameterSlice gradient, Rows adjoint, Rows operand, int rows, int part, int parts)
    {
        var memory = stackalloc float[Chunk * (Columns + Block) + Padding.Floats];
        var x = Padding.Align(memory);
        var a = x + Chunk * Columns;
        // Parts are runs of whole blocks of units, so that two threads hardly ever write to one line of the cache.
        var blocks = (gradient.Rows + Block - 1) / Block;
        var first = (int)((long)blocks * part / parts) * Block;
        var last = Math.Min((int)((long)blocks * (part + 1) / parts) * Block, gradient.Rows);
        for (var row = 0; row < rows; row += Chunk)
        {
            var count = Math.Min(Chunk, rows - row);
            for (var column = 0; column < gradient.Columns; column += Columns)
            {
                var vectors = Math.Min(TileShape.Vectors, (gradient.Columns - column + Lanes - 1) / Lanes);
                Copy(operand, row, count, column, vectors, x, Columns);
                for (var block = first; block < last; block += Block)
                {
                    var end = Math.Min(block + Block, last);
                    Copy(adjoint, row, count, block, (end - block + Lanes - 1) / Lanes, a, Block);
                    for (int unit = block, units; unit < end; unit += units)
                    {
                        units = TileShape.NextRows(end - unit, TileShape.Rows512);
                        Add(gradient, unit, units, column, vectors, a + unit - block, x, count);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(Rows source, int row, int count, int unit, int vectors, float* target, int stride)
    {
        for (var i = 0; i < count; i++, target += stride)
        {
            // Not Rows.At: a run of rows goes on through the slots that follow.
            var from = source.Start + (nint)(row + i) * source.Stride + unit;
            for (var v = 0; v < vectors; v++)
                Vector512.Load(from + v * Lanes).StoreAligned(target + v * Lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(
        ParameterSlice gradient,
        int unit,
        int units,
        int column,
        int vectors,
        float* a,
        float* x,
        int count
    )
    {
        var target = gradient.Pointer + (nint)unit * gradient.Columns + column;
        var columns = gradient.Columns - column;
        if (columns >= vectors * Lanes)
        {
            Tile512.Add(
                units,
                vectors,
                a,
                1,
                Block,
                x,
                Columns,
                count,
                target,
                gradient.Columns,
                target,
                gradient.Columns
            );
            return;
        }

        // Rows of the gradient have no padding, so the ragged edge goes through a tile that has.
        var memory = stackalloc float[TileShape.Rows512 * Columns + Padding.Floats];
        var tile = Padding.Align(memory);
        for (var u = 0; u < units; u++)
            CopyRagged(target + (nint)u * gradient.Columns, tile + u * Columns, columns);
        Tile512.Add(units, vectors, a, 1, Block, x, Columns, count, tile, Columns, tile, Columns);
        for (var u = 0; u < units; u++)
            CopyRagged(tile + u * Columns, target + (nint)u * gradient.Columns, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRagged(float* source, float* target, int columns)
    {
        var whole = columns / Lanes * Lanes;
        for (var i = 0; i < whole; i += Lanes)
            Vector512.Load(source + i).Store(target + i);
        for (var i = whole; i < columns; i++)
            target[i] = source[i];
    }
}
