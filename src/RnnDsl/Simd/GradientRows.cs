using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>The rows of a batch over all steps as one sequence: step after step, and in each step row after row.</summary>
internal readonly unsafe struct GradientRows
{
    private readonly RowBuffer buffer;
    private readonly int slot;
    private readonly int rows;
    private readonly bool isDense;

    /// <param name="buffer">Where the rows lie.</param>
    /// <param name="slot">The slot of the first step.</param>
    /// <param name="rows">Rows of the batch; the buffer may have more.</param>
    public GradientRows(RowBuffer buffer, int slot, int rows)
    {
        Debug.Assert(rows <= buffer.RowCount, "The buffer holds fewer rows than the batch.");
        this.buffer = buffer;
        this.slot = slot;
        this.rows = rows;
        isDense = buffer.RowCount == rows && buffer.Kind is (BufferSlots.Steps or BufferSlots.States);
    }

    /// <summary>Floats from one row to the next, in a run.</summary>
    public int Stride => buffer.Stride;

    /// <summary>Where a row lies.</summary>
    /// <param name="row">Its place in the sequence.</param>
    /// <param name="most">The most rows to look at.</param>
    /// <param name="run">How many rows lie one after the other from there on, up to <paramref name="most"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int row, int most, out int run)
    {
        var step = row / rows;
        var inStep = row - step * rows;
        run = isDense ? most : Math.Min(most, rows - inStep);
        return buffer.At(slot + step).At(inStep, 0, 1);
    }
}
