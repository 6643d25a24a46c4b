using System.Globalization;
using RnnDsl.Parameters;

namespace RnnDsl;

/// <summary>
/// The storage of a vector or a matrix: an array, or a view of the parameter store. A view sees each change of the
/// parameters, and the store may still grow while a model is constructed; so it keeps an offset, not a span.
/// </summary>
internal readonly struct Numbers
{
    private readonly double[]? values;
    private readonly ParameterStore? store;
    private readonly int offset;
    private readonly int gap;
    private readonly int columns;

    public Numbers(double[] values)
    {
        this.values = values;
        Count = values.Length;
    }

    public Numbers(ParameterStore store, int offset, int count)
    {
        this.store = store;
        this.offset = offset;
        Count = count;
    }

    /// <summary>A parameter, row by row.</summary>
    public Numbers(ParameterStore store, ParameterInfo item)
        : this(store, item.Offset, item.Length) => (columns, gap) = (item.Columns, item.Stride - item.Columns);

    public int Count { get; }

    public double this[int index] =>
        values is not null ? values[index]
        : gap == 0 ? store!.Read(offset + index)
        : store!.Read(offset + index + index / columns * gap);

    public static double[] From(ReadOnlySpan<float> source)
    {
        var values = new double[source.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = source[i];
        }

        return values;
    }

    /// <summary>Copies contiguous numbers: of a vector, or of one row of a matrix.</summary>
    public void CopyTo(int first, Span<double> destination)
    {
        if (values is not null)
        {
            values.AsSpan(first, destination.Length).CopyTo(destination);
            return;
        }

        var start = offset + first + (gap == 0 ? 0 : first / columns * gap);
        var source = store!.Read(start, destination.Length);
        for (var i = 0; i < source.Length; i++)
        {
            destination[i] = source[i];
        }
    }

    public double[] ToArray()
    {
        var copy = new double[Count];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = this[i];
        }

        return copy;
    }

    public Numbers Map(Func<double, double> function)
    {
        var result = new double[Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = function(this[i]);
        }

        return new Numbers(result);
    }

    /// <summary>Combines element by element; the caller has checked that the counts are equal.</summary>
    public Numbers Zip(Numbers other, Func<double, double, double> function)
    {
        var result = new double[Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = function(this[i], other[i]);
        }

        return new Numbers(result);
    }

    /// <summary>Combines each row of <paramref name="row"/>'s width with it; the caller has checked the widths.</summary>
    public Numbers ZipRows(Numbers row, Func<double, double, double> function)
    {
        var result = new double[Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = function(this[i], row[i % row.Count]);
        }

        return new Numbers(result);
    }

    public string Format(int first, int count)
    {
        const int Shown = 8;
        var parts = new List<string>();
        for (var i = 0; i < Math.Min(count, Shown); i++)
        {
            parts.Add(this[first + i].ToString("G7", CultureInfo.InvariantCulture));
        }

        return "(" + string.Join(", ", parts) + (count > Shown ? ", ...)" : ")");
    }
}
