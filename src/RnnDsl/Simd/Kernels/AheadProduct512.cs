using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>Products with 512-bit vectors whose sums are stored; steps continue from them.</summary>
[SkipLocalsInit]
internal static unsafe class AheadProduct512
{
    private static int Lanes => Vector512<float>.Count;

    /// <summary>Computes the products of a run of rows.</summary>
    /// <param name="x">The operand of the first row.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="rows">Rows of the run.</param>
    /// <param name="target">Where to store its sums.</param>
    /// <param name="share">The units of this thread.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(float* x, int stride, int rows, Segment target, in Share share)
    {
        var memory = stackalloc float[Tile512.Floats + Padding.Floats];
        var tile = Padding.Align(memory);
        Tile512.Clear(tile);
        var weights = target.Weights;
        var (first, last) = share.Units(weights.Units, weights.PanelUnits);
        for (int unit = first, next; unit < last; unit = next)
        {
            next = unit + weights.PanelUnits;
            var w = weights.Panel(unit, out var step);
            for (int row = 0, n; row < rows; row += n)
            {
                n = TileShape.NextTiles(rows - row, TileShape.Rows512(step / Lanes));
                Tile512.AddTiles(
                    n,
                    step / Lanes,
                    x + (nint)row * stride,
                    stride,
                    w,
                    step,
                    weights.Depth,
                    Tile512.Zeros(tile),
                    0,
                    target.Sums(unit, row, step),
                    step,
                    weights.Panel(next < last ? next : first, out _)
                );
            }
        }
    }
}
