using System.Collections;

namespace RnnDsl.Data;

/// <summary>All windows of a series, in order. A window is made when it is asked for, and copies nothing.</summary>
public sealed class SeriesWindows : IReadOnlyList<SeriesWindow>
{
    private readonly ReadOnlyMemory<float> series;

    internal SeriesWindows(ReadOnlyMemory<float> series, int length, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        // In 64 bits: the sum of two lengths may pass the largest int.
        if (series.Length < (long)length + horizon)
        {
            throw new ArgumentException(
                $"A series of {series.Length} values has no window of {length} with {horizon} to follow: "
                    + $"expected at least {(long)length + horizon} values.",
                nameof(series)
            );
        }

        this.series = series;
        Length = length;
        Horizon = horizon;
    }

    /// <summary>Values in a window.</summary>
    public int Length { get; }

    /// <summary>Values that follow each window.</summary>
    public int Horizon { get; }

    /// <summary>Number of windows.</summary>
    public int Count => series.Length - Length - Horizon + 1;

    /// <summary>Window <paramref name="index"/>, which begins at that value of the series.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public SeriesWindow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(series.Slice(index, Length), series.Slice(index + Length, Horizon));
        }
    }

    /// <summary>The windows, first to last.</summary>
    public IEnumerator<SeriesWindow> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
