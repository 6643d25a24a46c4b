using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>Sequences reversed in time, each row from its last step to its first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Reversal
{
    /// <summary>Copies the steps of a sequence from the last to the first.</summary>
    /// <param name="source">A slot for each step.</param>
    /// <param name="sourceSlot">The slot of its step 0.</param>
    /// <param name="target">Another buffer of the same width.</param>
    /// <param name="targetSlot">The slot of its step 0.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void Copy(RowBuffer source, int sourceSlot, RowBuffer target, int targetSlot, in Share share)
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
        {
            var steps = share.StepsOf(row);
            for (var step = 0; step < steps; step++)
                source.Row(sourceSlot + steps - 1 - step, row).CopyTo(target.Row(targetSlot + step, row));
        }

        share.EndStage();
    }
}
