namespace RnnDsl.TorchStandIn.Layouts;

/// <summary>The same elements, in the same order, with other sizes.</summary>
internal sealed partial class Layout
{
    /// <summary>Sizes of which one may be -1: whatever is left.</summary>
    public long[] Inferred(ReadOnlySpan<long> shape)
    {
        var sizes = shape.ToArray();
        var unknown = Array.IndexOf(sizes, -1L);
        if (unknown >= 0)
        {
            sizes[unknown] = 1;
            var rest = CountOf(sizes);
            sizes[unknown] = rest == 0 ? 0 : Count / rest;
        }
        if (sizes.Any(size => size < 0) || CountOf(sizes) != Count)
            throw Errors.Refused($"{Sizes.Text()} does not have the elements of {shape.ToArray().Text()}.");
        return sizes;
    }

    /// <summary>Null where no strides in the same array give these sizes, so that only a copy can.</summary>
    public Layout? Viewed(long[] sizes)
    {
        if (IsContiguous)
            return new(sizes, Contiguous(sizes).Strides, Offset);

        // Contiguous dims form runs; each run is reshaped separately.
        var runs = Runs();
        var strides = new long[sizes.Length];
        var run = runs.Count - 1;
        var (left, stride) = run < 0 ? (1, 1) : runs[run];
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            while (left == 1 && run > 0 && sizes[i] != 1)
                (left, stride) = runs[--run];
            strides[i] = stride;
            if (left % sizes[i] != 0)
                return null;
            left /= sizes[i];
            stride *= sizes[i];
        }
        return new(sizes, strides, Offset);
    }

    /// <summary>Counts and innermost strides, without dims of size 1.</summary>
    private List<(long Count, long Stride)> Runs()
    {
        var runs = new List<(long Count, long Stride)>();
        for (var i = 0; i < Rank; i++)
        {
            if (Sizes[i] == 1)
                continue;
            var joins = runs.Count > 0 && runs[^1].Stride == Sizes[i] * Strides[i];
            var count = joins ? runs[^1].Count * Sizes[i] : Sizes[i];
            if (joins)
                runs.RemoveAt(runs.Count - 1);
            runs.Add((count, Strides[i]));
        }
        return runs;
    }
}
