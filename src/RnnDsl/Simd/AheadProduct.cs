using RnnDsl.Parameters;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>
/// A part of a loop's sums over k whose operand is there for all steps. With many rows the product is computed in each step, where
/// its sums stay near. With few rows reading the weights costs more than multiplying with them: then products of several
/// steps are computed at once, ahead, and the steps go on from their sums. The bits are the same either way.
/// </summary>
/// <param name="operand">The operand, a slot for each step.</param>
/// <param name="slot">The slot of step 0.</param>
/// <param name="weights">The matrices.</param>
/// <param name="reverse">Whether the loop runs from the last step to the first.</param>
public sealed unsafe class AheadProduct(RowBuffer operand, int slot, PackedMatrix weights, bool reverse)
{
    /// <summary>Rows from which on a product reads its weights seldom enough: those of more than two tiles.</summary>
    private const int ManyRows = 16;

    /// <summary>Rows that are computed at once: the weights are read for ten tiles, and the sums still fit the second cache.</summary>
    private const int RowsAtOnce = 64;

    /// <summary>Operands no deeper than a few vectors are read faster than their sums.</summary>
    private const int ShallowDepth = 16;

    private PinnedFloats memory = new(0);
    private int rows;
    private int steps;
    private int chunk;

    /// <summary>Makes room for the sums, if they are computed ahead.</summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="steps">Time steps.</param>
    public void Reserve(int rows, int steps)
    {
        (this.rows, this.steps) = (rows, steps);
        var isAhead = rows < ManyRows && steps > 1 && weights.Depth > ShallowDepth;
        chunk = isAhead ? Math.Min(steps, (RowsAtOnce + rows - 1) / rows) : 0;
        var length = checked(chunk * rows * weights.OutputFloats);
        if (length > memory.Count)
            memory = new PinnedFloats(length);
    }

    /// <summary>The part of a step's sums. Steps come in the order of the loop.</summary>
    /// <param name="step">The step.</param>
    /// <param name="share">The rows and units of this thread, the same in all steps.</param>
    public Segment At(int step, in Share share)
    {
        if (chunk == 0)
            return new Segment(operand.At(slot + step), weights);
        var begin = step / chunk * chunk;
        var count = Math.Min(chunk, steps - begin);
        if (step == (reverse ? begin + count - 1 : begin))
            Compute(begin, count, share);
        return new Segment(weights, memory.Pointer, chunk * rows, (step - begin) * rows);
    }

    private void Compute(int begin, int count, in Share share)
    {
        var (first, last) = (share.First, share.Last);
        // Where all rows of a step are computed, those of the next step follow right after them.
        var isOneRun = first == 0 && last == rows && operand.RowCount == rows;
        var runs = isOneRun ? 1 : count;
        var length = isOneRun ? count * rows : last - first;
        for (var run = 0; run < runs; run++)
        {
            var x = operand.At(slot + begin + run);
            var target = new Segment(weights, memory.Pointer, chunk * rows, run * rows + first);
            var start = x.Start + (nint)first * x.Stride;
            if (Width.Is512)
                AheadProduct512.Run(start, x.Stride, length, target, share);
            else if (Width.Is256)
                AheadProduct256.Run(start, x.Stride, length, target, share);
            else
                AheadProduct128.Run(start, x.Stride, length, target, share);
        }

        share.EndStage();
    }
}
