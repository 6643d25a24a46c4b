using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>Copies the data of a chunk of rows with 512-bit vectors, including padding.</summary>
internal static unsafe class GradientCopy512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>Copies the units of an adjoint.</summary>
    /// <param name="source">The rows of all steps.</param>
    /// <param name="row">The first row of the chunk.</param>
    /// <param name="count">Rows of the chunk.</param>
    /// <param name="target">Which units, and where to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToBlocks(GradientRows source, int row, int count, GradientBlocks target)
    {
        for (int done = 0, run; done < count; done += run)
        {
            var from = source.At(row + done, count - done, out run);
            // Row after row, not block after block, because rows are contiguous in memory.
            for (var i = done; i < done + run; i++, from += source.Stride)
            {
                for (int unit = target.First, last; unit < target.Last; unit = last)
                {
                    var block = target.At(unit, out last, out var stride);
                    for (var lane = 0; lane < stride; lane += Lanes)
                        Vector512.Load(from + unit + lane).Store(block + i * stride + lane);
                }
            }
        }
    }

    /// <summary>Copies columns of an operand, one row of the chunk after the other.</summary>
    /// <param name="source">The rows of all steps.</param>
    /// <param name="row">The first row of the chunk.</param>
    /// <param name="count">Rows of the chunk.</param>
    /// <param name="column">The first column.</param>
    /// <param name="vectors">Vectors of columns.</param>
    /// <param name="target">The destination.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToPanel(GradientRows source, int row, int count, int column, int vectors, float* target)
    {
        for (int done = 0, run; done < count; done += run)
        {
            var from = source.At(row + done, count - done, out run) + column;
            for (var i = 0; i < run; i++, from += source.Stride, target += vectors * Lanes)
            {
                for (var v = 0; v < vectors; v++)
                    Vector512.Load(from + v * Lanes).Store(target + v * Lanes);
            }
        }
    }
}
