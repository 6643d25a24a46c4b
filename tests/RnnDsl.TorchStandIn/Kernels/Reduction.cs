using RnnDsl.TorchStandIn.Layouts;
using static TorchSharp.torch;

namespace RnnDsl.TorchStandIn.Kernels;

/// <summary>One element for all that differ only in the reduced dims.</summary>
internal sealed class Reduction
{
    private readonly int[] targets;
    private readonly Packed source;
    private readonly bool[] reduced;
    private readonly bool keep;

    /// <summary>No dims are all dims.</summary>
    public Reduction(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type = null)
    {
        var layout = x.Layout;
        keep = keepdim;
        reduced = new bool[layout.Rank];
        foreach (var dim in dims)
        {
            var at = layout.Dim(dim);
            if (layout.Rank > 0 && reduced[at])
                throw Errors.Refused($"Dim {at} is reduced twice.");
            if (layout.Rank > 0)
                reduced[at] = true;
        }
        if (dims.IsEmpty)
            Array.Fill(reduced, true);

        source = Packed.Of(x.Values, layout);
        if (type is { } wanted)
            source = source.As(wanted);
        // The result's place of each element of the source: reduced dims have stride 0.
        targets = Layout.Contiguous(Sizes(kept: true)).Expand(layout.Sizes).Positions();
    }

    /// <summary>How many elements become one.</summary>
    public long Length => source.Sizes.Where((_, i) => reduced[i]).Aggregate(1L, (x, y) => x * y);

    private int Count => (int)Layout.CountOf(Sizes(kept: true));

    public Packed Sum()
    {
        if (ElementTypes.IsFloat(source.Type))
            return Mapped(Sums(), x => (float)x);
        var sums = new long[Count];
        var values = source.As<long>();
        for (var i = 0; i < values.Length; i++)
            sums[targets[i]] += values[i];
        return new(sums, Sizes(keep));
    }

    public Packed Mean()
    {
        if (!ElementTypes.IsFloat(source.Type))
            throw Errors.Refused($"The mean of {source.Type} is not one of floats.");
        var length = Length;
        return Mapped(Sums(), x => (float)(x / length));
    }

    /// <summary>The largest elements, and where they are in the reduced dim; a NaN is larger than any number.</summary>
    public (Packed Values, Packed Indexes) Max()
    {
        if (Length == 0)
            throw Errors.Refused($"{source.Sizes.Text()} has nothing of which to take the largest.");
        var places = Enumerable.Repeat(-1, Count).ToArray();
        var indexes = new long[places.Length];
        var seen = new long[places.Length];
        var values = source.Values;
        for (var i = 0; i < targets.Length; i++)
        {
            var target = targets[i];
            if (places[target] < 0 || Larger(values, i, places[target]))
                (places[target], indexes[target]) = (i, seen[target]);
            seen[target]++;
        }
        var largest = ElementTypes.NewArray(source.Type, places.Length);
        for (var i = 0; i < places.Length; i++)
            Array.Copy(values, places[i], largest, i, 1);
        return (new(largest, Sizes(keep)), new(indexes, Sizes(keep)));
    }

    private static bool Larger(Array values, int at, int than) =>
        values switch
        {
            float[] x => x[at] > x[than] || (float.IsNaN(x[at]) && !float.IsNaN(x[than])),
            BFloat16[] x => (float)x[at] > (float)x[than]
                || (float.IsNaN((float)x[at]) && !float.IsNaN((float)x[than])),
            long[] x => x[at] > x[than],
            _ => throw new NotSupportedException("Not of a tensor of Bool."),
        };

    private double[] Sums()
    {
        var sums = new double[Count];
        var values = source.As<float>();
        for (var i = 0; i < values.Length; i++)
            sums[targets[i]] += values[i];
        return sums;
    }

    private Packed Mapped(double[] sums, Converter<double, float> f) =>
        new Packed(Array.ConvertAll(sums, f), Sizes(keep)).As(source.Type);

    private long[] Sizes(bool kept) =>
        [.. source.Sizes.Select((size, i) => reduced[i] ? 1 : size).Where((_, i) => kept || !reduced[i])];
}
