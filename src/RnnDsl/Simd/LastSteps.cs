using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>The last step of each row, which depends on the row's length.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LastSteps
{
    /// <summary>Copies the rows' last steps.</summary>
    /// <param name="source">A slot for each step.</param>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="target">Rows of the same width.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void Read(RowBuffer source, int slot, Rows target, in Share share)
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
            source.Row(slot + share.StepsOf(row) - 1, row).CopyTo(target.Row(row));
        share.EndStage();
    }

    /// <summary>Writes the rows' last steps.</summary>
    /// <param name="target">A slot for each step; the others stay as they are.</param>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="source">Rows of the same width.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void Write(RowBuffer target, int slot, Rows source, in Share share)
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
            source.Row(row).CopyTo(target.Row(slot + share.StepsOf(row) - 1, row));
        share.EndStage();
    }

    /// <summary>Sets the rows' last steps to zeros.</summary>
    /// <param name="target">A slot for each step; the others stay as they are.</param>
    /// <param name="slot">The slot of step 0.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void Clear(RowBuffer target, int slot, in Share share)
    {
        var (first, last) = share.WholeRows;
        for (var row = first; row < last; row++)
            target.Row(slot + share.StepsOf(row) - 1, row).Clear();
        share.EndStage();
    }
}
