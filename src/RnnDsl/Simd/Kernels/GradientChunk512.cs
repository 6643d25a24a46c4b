using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <summary>
/// A chunk of rows of some sums, for a run of lines of units, with 512-bit vectors. Its data is first copied into contiguous memory,
/// each adjoint once for all operands, and each operand once for all adjoints: in the source, rows are a power of two
/// apart if the width is one, and would evict each other from the L1 cache.
/// </summary>
/// <param name="sums">The sums.</param>
/// <param name="layout">Their lines of units.</param>
/// <param name="line">The first line.</param>
/// <param name="lastLine">The line after the last.</param>
/// <param name="lengths">The steps of each row.</param>
/// <param name="row">The first row of the chunk, among those of all steps.</param>
/// <param name="count">Rows of the chunk.</param>
/// <param name="adjoints">Memory for the lines.</param>
/// <param name="panel">Memory for <see cref="PanelFloats"/>.</param>
internal readonly unsafe ref struct GradientChunk512(
    ReadOnlySpan<GradientSum> sums,
    GradientLayout layout,
    int line,
    int lastLine,
    Lengths lengths,
    int row,
    int count,
    float* adjoints,
    float* panel
)
{
    private readonly ReadOnlySpan<GradientSum> sums = sums;
    private readonly GradientLayout layout = layout;

    /// <summary>Floats of the copy of an operand's columns.</summary>
    public static int PanelFloats => GradientBlocks.Rows * Tile512.RowFloats;

    private static int Lanes => Vector512<float>.Count;

    /// <summary>Adds the chunk to the gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add()
    {
        for (var i = 0; i < sums.Length; i++)
        {
            if (layout.IsFirstOfAdjoint(i))
                GradientCopy512.ToBlocks(Rows(sums[i].Adjoint, sums[i].AdjointSlot), row, count, Blocks(i));
            if (sums[i].Operand is null)
                AddVector(i);
        }

        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i].Operand is { } operand && layout.FirstOfOperand(i) == i)
                AddMatrices(i, operand);
        }
    }

    private GradientRows Rows(RowBuffer buffer, int slot) => new(buffer, slot, lengths);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private GradientBlocks Blocks(int sum) =>
        new(adjoints, Lanes, TileShape.BlockUnits512, line, lastLine, layout.UnitsOf(sum));

    /// <summary>The gradient of a vector is the product of its adjoint and ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddVector(int sum)
    {
        var one = 1f;
        var blocks = Blocks(sum);
        for (int start = blocks.First, last; start < blocks.Last; start = last)
        {
            var adjoint = blocks.At(start, out last, out var stride);
            for (int unit = start, units; unit < last; unit += units)
            {
                units = Math.Min(last - unit, Tile512.RowFloats);
                var target = sums[sum].Gradient.Pointer + unit;
                GradientTile512.Add(target, 0, 1, units, &one, 0, adjoint + unit - start, stride, count);
            }
        }
    }

    /// <summary>Adds all sums with the same operand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMatrices(int first, RowBuffer operand)
    {
        var source = Rows(operand, sums[first].OperandSlot);
        var vectors = (operand.Width + Lanes - 1) / Lanes;
        for (int column = 0, columns; column < operand.Width; column += columns)
        {
            var inPanel = TileShape.NextRows(vectors - column / Lanes, TileShape.Vectors);
            columns = Math.Min(inPanel * Lanes, operand.Width - column);
            GradientCopy512.ToPanel(source, row, count, column, inPanel, panel);
            for (var i = first; i < sums.Length; i++)
            {
                if (sums[i].Operand is not null && layout.FirstOfOperand(i) == first)
                    AddMatrix(i, column, columns, inPanel * Lanes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddMatrix(int sum, int column, int columns, int panelStride)
    {
        var gradient = sums[sum].Gradient;
        var blocks = Blocks(sum);
        for (int start = blocks.First, last; start < blocks.Last; start = last)
        {
            var adjoint = blocks.At(start, out last, out var stride);
            for (int unit = start, units; unit < last; unit += units)
            {
                units = TileShape.NextRows(last - unit, TileShape.Rows512(panelStride / Lanes));
                var target = gradient.Pointer + (nint)unit * gradient.Stride + column;
                GradientTile512.Add(
                    target,
                    gradient.Stride,
                    units,
                    columns,
                    adjoint + unit - start,
                    stride,
                    panel,
                    panelStride,
                    count
                );
            }
        }
    }
}
