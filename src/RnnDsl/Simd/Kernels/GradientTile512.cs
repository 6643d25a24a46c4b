using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// A tile of a gradient with 512-bit vectors: that of a product, with the rows of the batch in place of k. It loads its
/// sums from the gradient and stores them back.
/// </summary>
[SkipLocalsInit]
internal static unsafe class GradientTile512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>target[u, k] += sum over rows of a[row, u] * x[row, k].</summary>
    /// <param name="target">The first element in the gradient.</param>
    /// <param name="targetStride">From one unit of the gradient to the next.</param>
    /// <param name="units">Units of the tile, as many as a tile has rows.</param>
    /// <param name="columns">Columns, as many as a tile has; those of <paramref name="x"/> are padded to whole vectors.</param>
    /// <param name="a">The adjoint of the first unit.</param>
    /// <param name="ak">From one row of it to the next.</param>
    /// <param name="x">The operand at the first column.</param>
    /// <param name="xk">From one row of it to the next.</param>
    /// <param name="rows">Rows to sum over.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        float* target,
        nint targetStride,
        int units,
        int columns,
        float* a,
        nint ak,
        float* x,
        nint xk,
        int rows
    )
    {
        var vectors = (columns + Lanes - 1) / Lanes;
        // The next tile uses the same columns of x, which are in the cache.
        if (columns == vectors * Lanes)
            Tile512.Add(units, vectors, a, 1, ak, x, xk, rows, target, targetStride, target, targetStride, x, 0);
        else
            AddRagged(target, targetStride, units, columns, a, ak, x, xk, rows);
    }

    /// <summary>Rows of a gradient are not padded, so a partial tile goes through a padded one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRagged(
        float* target,
        nint targetStride,
        int units,
        int columns,
        float* a,
        nint ak,
        float* x,
        nint xk,
        int rows
    )
    {
        var stride = Tile512.RowFloats;
        var vectors = (columns + Lanes - 1) / Lanes;
        var memory = stackalloc float[TileShape.MostRows512 * stride + Padding.Floats];
        var tile = Padding.Align(memory);
        for (var u = 0; u < units; u++)
            Copy(target + u * targetStride, tile + u * stride, columns);
        Tile512.Add(units, vectors, a, 1, ak, x, xk, rows, tile, stride, tile, stride, x, 0);
        for (var u = 0; u < units; u++)
            Copy(tile + u * stride, target + u * targetStride, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(float* source, float* target, int columns)
    {
        var whole = columns / Lanes * Lanes;
        for (var i = 0; i < whole; i += Lanes)
            Vector512.Load(source + i).Store(target + i);
        for (var i = whole; i < columns; i++)
            target[i] = source[i];
    }
}
