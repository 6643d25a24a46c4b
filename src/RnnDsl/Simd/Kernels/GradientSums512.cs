using System.Runtime.CompilerServices;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// Sums over the rows of the batch and time with 512-bit vectors: splits them into blocks that fit the
/// caches, runs of lines of units and chunks of rows. A chunk accumulates into the gradient.
/// </summary>
internal static unsafe class GradientSums512
{
    /// <summary>Lines of units whose adjoints are copied together: 256 KB.</summary>
    private const int MostLines = 32;

    private const int AdjointFloats = MostLines * Padding.Floats * GradientBlocks.Rows;

    /// <summary>Adds this thread's part of the sums.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate(ReadOnlySpan<GradientSum> sums, GradientLayout layout, Lengths lengths)
    {
        var memory = stackalloc float[AdjointFloats + GradientChunk512.PanelFloats + Padding.Floats];
        var adjoints = Padding.Align(memory);
        var panel = adjoints + AdjointFloats;
        var line = 0;
        while (line < layout.Lines)
        {
            var end = line + TileShape.NextRows(layout.Lines - line, MostLines);
            for (var row = 0; row < lengths.Total; row += GradientBlocks.Rows)
            {
                lengths.ThrowIfCancelled();
                var count = Math.Min(GradientBlocks.Rows, lengths.Total - row);
                new GradientChunk512(sums, layout, line, end, lengths, row, count, adjoints, panel).Add();
            }

            line = end;
        }
    }
}
