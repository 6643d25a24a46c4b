using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace RnnDsl.Simd;

/// <summary>The rows of a batch over all steps as one sequence: step after step, and in each step row after row.</summary>
internal readonly unsafe struct GradientRows
{
    private readonly RowBuffer buffer;
    private readonly int slot;
    private readonly Lengths lengths;
    private readonly bool isDense;

    /// <param name="buffer">Where the rows lie.</param>
    /// <param name="slot">The slot of the first step.</param>
    /// <param name="lengths">The steps of each row; the buffer may have more of both.</param>
    public GradientRows(RowBuffer buffer, int slot, Lengths lengths)
    {
        this.buffer = buffer;
        this.slot = slot;
        this.lengths = lengths;
        isDense = buffer.IsDense(slot, lengths);
    }

    /// <summary>Floats from one row to the next, in a run.</summary>
    public int Stride => buffer.Stride;

    /// <summary>The address of a row.</summary>
    /// <param name="row">Its index in the sequence.</param>
    /// <param name="most">The maximum length of the run.</param>
    /// <param name="run">The number of contiguous rows from there on, up to <paramref name="most"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int row, int most, out int run)
    {
        var step = lengths.StepOf(row);
        var inStep = row - lengths.Before(step);
        run = isDense ? most : Math.Min(most, lengths.RowsAt(step) - inStep);
        return buffer.At(slot + step).At(inStep, 0, 1);
    }
}
