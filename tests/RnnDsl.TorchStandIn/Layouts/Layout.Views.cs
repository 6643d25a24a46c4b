namespace RnnDsl.TorchStandIn.Layouts;

/// <summary>Views: other sizes, strides and offsets in the same array.</summary>
internal sealed partial class Layout
{
    public Layout Narrow(long dim, long start, long length)
    {
        var at = Dim(dim);
        if (Rank == 0)
            throw Errors.Refused("A tensor without dims cannot be narrowed.");
        if (start < 0)
            start += Sizes[at];
        if (start < 0 || length < 0 || start + length > Sizes[at])
            throw Errors.Refused($"{length} from {start} on are not in dim {at}, whose size is {Sizes[at]}.");
        return new([.. Sizes[..at], length, .. Sizes[(at + 1)..]], Strides, Offset + start * Strides[at]);
    }

    public Layout Select(long dim, long index)
    {
        var at = Dim(dim);
        if (Rank == 0)
            throw Errors.Refused("A tensor without dims has nothing to select.");
        if (index < -Sizes[at] || index >= Sizes[at])
            throw Errors.Refused($"Index {index} is not in dim {at}, whose size is {Sizes[at]}.");
        if (index < 0)
            index += Sizes[at];
        return new(Without(Sizes, at), Without(Strides, at), Offset + index * Strides[at]);
    }

    public Layout Transpose(long dim0, long dim1)
    {
        var (first, second) = (Dim(dim0), Dim(dim1));
        return Rank == 0 ? this : new(Swapped(Sizes, first, second), Swapped(Strides, first, second), Offset);
    }

    public Layout Unsqueeze(long dim)
    {
        var at = Dim(dim, Rank + 1);
        var stride = at < Rank ? Sizes[at] * Strides[at] : 1;
        return new([.. Sizes[..at], 1, .. Sizes[at..]], [.. Strides[..at], stride, .. Strides[at..]], Offset);
    }

    /// <summary>Repeats dims of size 1, and adds dims in front, with strides of 0; -1 keeps a size.</summary>
    public Layout Expand(ReadOnlySpan<long> sizes)
    {
        if (sizes.Length < Rank)
            throw Errors.Refused($"{Sizes.Text()} cannot be expanded to fewer dims, {sizes.ToArray().Text()}.");
        var added = sizes.Length - Rank;
        var (expanded, strides) = (sizes.ToArray(), new long[sizes.Length]);
        for (var i = 0; i < expanded.Length; i++)
        {
            var own = i < added ? 1 : Sizes[i - added];
            if (expanded[i] == -1 && i >= added)
                expanded[i] = own;
            if (expanded[i] < 0 || (own != 1 && own != expanded[i]))
                throw Errors.Refused($"{Sizes.Text()} cannot be expanded to {sizes.ToArray().Text()}.");
            strides[i] = i < added || own != expanded[i] ? 0 : Strides[i - added];
        }
        return new(expanded, strides, Offset);
    }

    private static long[] Without(long[] all, int at) => [.. all[..at], .. all[(at + 1)..]];

    private static long[] Swapped(long[] all, int first, int second)
    {
        var swapped = all.ToArray();
        (swapped[first], swapped[second]) = (all[second], all[first]);
        return swapped;
    }
}
