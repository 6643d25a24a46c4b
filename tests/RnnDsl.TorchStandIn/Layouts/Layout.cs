namespace RnnDsl.TorchStandIn.Layouts;

/// <summary>The location of a tensor's elements in its array: at offset + Σ index[i] · strides[i].</summary>
internal sealed partial class Layout(long[] sizes, long[] strides, long offset)
{
    public long[] Sizes { get; } = sizes;

    public long[] Strides { get; } = strides;

    public long Offset { get; } = offset;

    public int Rank => Sizes.Length;

    public long Count => CountOf(Sizes);

    public static long CountOf(ReadOnlySpan<long> sizes)
    {
        var count = 1L;
        foreach (var size in sizes)
            count *= size;
        return count;
    }

    /// <summary>Row-major, from the array's start.</summary>
    public static Layout Contiguous(ReadOnlySpan<long> sizes)
    {
        var strides = new long[sizes.Length];
        var stride = 1L;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            if (sizes[i] < 0)
                throw Errors.Refused($"A size is negative: {sizes.ToArray().Text()}.");
            strides[i] = stride;
            stride *= Math.Max(sizes[i], 1);
        }
        return new(sizes.ToArray(), strides, 0);
    }

    /// <summary>Whether the elements follow each other in row-major order; the stride of a single element does not matter.</summary>
    public bool IsContiguous
    {
        get
        {
            var stride = 1L;
            for (var i = Rank - 1; i >= 0; i--)
            {
                if (Sizes[i] != 1 && Strides[i] != stride)
                    return Count == 0;
                stride *= Sizes[i];
            }
            return true;
        }
    }

    /// <summary>A dim counted from the front or, when negative, from the back.</summary>
    public int Dim(long dim, int rank)
    {
        var range = Math.Max(rank, 1);
        if (dim < -range || dim >= range)
            throw Errors.Refused($"Dim {dim} is out of range: the sizes are {Sizes.Text()}.");
        return (int)(dim < 0 ? dim + range : dim);
    }

    public int Dim(long dim) => Dim(dim, Rank);

    /// <summary>The places of all elements in the array, in row-major order.</summary>
    public int[] Positions()
    {
        var positions = new int[Count];
        if (positions.Length == 0)
            return positions;
        positions[0] = (int)Offset;
        // Innermost first: what is filled is repeated, a stride further, for each further index of the next dim.
        var filled = 1;
        for (var i = Rank - 1; i >= 0; i--)
        {
            var block = filled;
            for (var index = 1; index < Sizes[i]; index++)
            for (var at = 0; at < block; at++)
                positions[filled++] = positions[at] + (int)(index * Strides[i]);
        }
        return positions;
    }
}
