namespace RnnDsl.TorchStandIn.Layouts;

/// <summary>The sizes that several tensors have together: dims from the back, of which those of size 1 repeat.</summary>
internal static class Broadcast
{
    public static long[] Sizes(params ReadOnlySpan<long[]> all)
    {
        long[] common = [];
        foreach (var sizes in all)
            common = Both(common, sizes);
        return common;
    }

    private static long[] Both(long[] x, long[] y)
    {
        var sizes = new long[Math.Max(x.Length, y.Length)];
        for (var back = 1; back <= sizes.Length; back++)
        {
            var own = back <= x.Length ? x[^back] : 1;
            var other = back <= y.Length ? y[^back] : 1;
            if (own != other && own != 1 && other != 1)
                throw Errors.Refused($"{x.Text()} and {y.Text()} do not broadcast: {own} is not {other}.");
            sizes[^back] = own == 1 ? other : own;
        }
        return sizes;
    }
}
