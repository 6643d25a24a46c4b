using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>Concatenation of rows, and its inverse.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Units
{
    /// <summary>Concatenates the units of two rows.</summary>
    /// <param name="first">The rows that come first.</param>
    /// <param name="second">The rows that come second.</param>
    /// <param name="target">Rows as wide as both.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void Join(Rows first, Rows second, Rows target, in Share share)
    {
        var (begin, end) = share.WholeRows;
        for (var row = begin; row < end; row++)
        {
            first.Row(row).CopyTo(target.Row(row));
            second.Row(row).CopyTo(target.Row(row)[first.Width..]);
        }

        share.EndStage();
    }

    /// <summary>Copies the first units of rows, as many as the target has.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="target">Rows that are narrower.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void First(Rows source, Rows target, in Share share)
    {
        var (begin, end) = share.WholeRows;
        for (var row = begin; row < end; row++)
            source.Row(row)[..target.Width].CopyTo(target.Row(row));
        share.EndStage();
    }

    /// <summary>Copies the last units of rows, as many as the target has.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="target">Rows that are narrower.</param>
    /// <param name="share">The rows of this thread; units are not shared out.</param>
    public static void Last(Rows source, Rows target, in Share share)
    {
        var (begin, end) = share.WholeRows;
        for (var row = begin; row < end; row++)
            source.Row(row)[^target.Width..].CopyTo(target.Row(row));
        share.EndStage();
    }
}
