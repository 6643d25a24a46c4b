using System.ComponentModel;
using System.Diagnostics;
using RnnDsl.Simd.Kernels;

namespace RnnDsl.Simd;

/// <summary>
/// A part of a loop's sums over k whose operand is available for all steps. With many rows the product is computed in each step, where
/// its sums stay in the cache. With few rows, reading the weights costs more than multiplying: then the products of several
/// steps are computed at once, ahead, and the steps continue from their sums. The bits are the same either way.
/// </summary>
/// <param name="operand">The operand, a slot for each step.</param>
/// <param name="slot">The slot of step 0.</param>
/// <param name="weights">Matrices of the shape of those that each step is computed with.</param>
/// <param name="reverse">Whether the loop runs from the last step to the first.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class AheadProduct(RowBuffer operand, int slot, PackedMatrix weights, bool reverse)
{
    /// <summary>
    /// The number of rows per step from which a product reuses its weights enough: those of more than two tiles (measured with 16, 24
    /// and 32 rows, 64 to 512 units: within 2% either way).
    /// </summary>
    private const int ManyRows = 16;

    /// <summary>For an operand no deeper than a few vectors, the product is faster than reading stored sums.</summary>
    private const int ShallowDepth = 16;

    private readonly int depth = weights.Depth;
    private readonly int outputFloats = weights.OutputFloats;
    private NativeFloats memory = NativeFloats.None;
    private Lengths lengths = Lengths.Equal(1, 1);
    private int chunk;
    private int panelRows;

    /// <summary>Bytes of the memory that it holds.</summary>
    internal long Bytes => (long)memory.Count * sizeof(float);

    /// <summary>Allocates the sums, if they are computed ahead.</summary>
    /// <param name="lengths">The lengths of the batch's sequences.</param>
    public void Reserve(Lengths lengths)
    {
        this.lengths = lengths;
        var (rows, steps) = (lengths.Rows, lengths.Steps);
        var isAhead = lengths.Total < (long)ManyRows * steps && steps > 1 && depth > ShallowDepth;
        chunk = isAhead ? Math.Min(steps, (Share.RowsAtOnce + rows - 1) / rows) : 0;
        panelRows = chunk * rows;
        var length = checked(panelRows * outputFloats);
        if (length <= memory.Count)
            return;
        Free();
        memory = new NativeFloats(length);
    }

    /// <summary>Frees the memory; the next <see cref="Reserve"/> allocates again.</summary>
    internal void Free()
    {
        memory.Dispose();
        memory = NativeFloats.None;
    }

    /// <summary>This part of a step's sums. Steps must be requested in the order of the loop.</summary>
    /// <param name="step">The step.</param>
    /// <param name="weights">The matrices: the same ones at all steps of a pass.</param>
    /// <param name="share">The rows and units of this thread in all steps.</param>
    public Segment At(int step, PackedMatrix weights, in Share share)
    {
        if (chunk == 0)
            return new Segment(operand.At(slot + step), weights);
        Debug.Assert(weights.OutputFloats == outputFloats && weights.Depth == depth, "All weights have one shape.");
        var begin = step / chunk * chunk;
        var end = Math.Min(begin + chunk, share.Steps);
        if (step == (reverse ? end - 1 : begin))
            Compute(begin, end, weights, share);
        return Target(step - begin, lengths.Before(step) - lengths.Before(begin), weights, share);
    }

    /// <summary>
    /// The offset of a step's sums. A thread with all rows packs the rows of the steps, so that a run of steps is one product.
    /// Threads that share the rows do not wait for each other and may be in different chunks, so the place of a row's sums must not
    /// depend on the lengths of other rows: each step reserves memory for every row of the batch.
    /// </summary>
    private Segment Target(int stepInChunk, int rowsBefore, PackedMatrix weights, in Share share) =>
        new(weights, memory.Pointer, panelRows, share.IsAllRows ? rowsBefore : stepInChunk * lengths.Rows);

    private void Compute(int begin, int end, PackedMatrix weights, in Share share)
    {
        if (share.IsAllRows && operand.IsDense(slot, lengths))
        {
            var rows = lengths.Before(end) - lengths.Before(begin);
            Compute(operand.At(slot + begin), first: 0, rows, Target(0, 0, weights, share), share);
        }
        else
        {
            for (var step = begin; step < end; step++)
            {
                var (first, last) = (share.First, share.At(step).Last);
                var target = Target(step - begin, lengths.Before(step) - lengths.Before(begin), weights, share);
                Compute(operand.At(slot + step), first, last - first, target, share);
            }
        }

        share.EndStage();
    }

    private static void Compute(Rows x, int first, int count, in Segment step, in Share share)
    {
        var start = x.Start + (nint)first * x.Stride;
        var target = step.FromRow(first);
        if (Width.Is512)
            AheadProduct512.Run(start, x.Stride, count, target, share);
        else if (Width.Is256)
            AheadProduct256.Run(start, x.Stride, count, target, share);
        else
            AheadProduct128.Run(start, x.Stride, count, target, share);
    }
}
