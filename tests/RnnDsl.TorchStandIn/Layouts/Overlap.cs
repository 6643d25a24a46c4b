using TorchSharp;

namespace RnnDsl.TorchStandIn.Layouts;

/// <summary>
/// Refuses to write where elements share their place. libtorch refuses most of these too, and computes in no certain order
/// where it does not.
/// </summary>
internal static class Overlap
{
    /// <summary>No element of what is written may be two at once, as after <c>expand</c>.</summary>
    public static void RefuseInside(torch.Tensor written, string kernel)
    {
        var layout = written.Layout;
        for (var i = 0; i < layout.Rank; i++)
            if (layout.Strides[i] == 0 && layout.Sizes[i] > 1)
                throw Errors.Refused($"{kernel} would write elements of {layout.Sizes.Text()} that share one place.");
    }

    /// <summary>What is read must be exactly what is written, or share nothing with it.</summary>
    public static void RefusePartial(torch.Tensor written, torch.Tensor? read, string kernel)
    {
        if (read is not null && ReferenceEquals(written.Values, read.Values) && !Same(written, read))
            RefuseAny(written, read, kernel);
    }

    /// <summary>What is read must share nothing with what is written.</summary>
    public static void RefuseAny(torch.Tensor written, torch.Tensor read, string kernel)
    {
        if (!ReferenceEquals(written.Values, read.Values))
            return;
        var places = written.Layout.Positions().ToHashSet();
        if (read.Layout.Positions().Any(places.Contains))
            throw Errors.Refused($"{kernel} would read what it writes: both are views of the same elements.");
    }

    private static bool Same(torch.Tensor x, torch.Tensor y) =>
        x.Layout.Offset == y.Layout.Offset
        && x.Layout.Sizes.AsSpan().SequenceEqual(y.Layout.Sizes)
        && x.Layout.Strides.AsSpan().SequenceEqual(y.Layout.Strides);
}
