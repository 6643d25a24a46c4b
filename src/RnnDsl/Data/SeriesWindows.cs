using System.Collections;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>All windows of a series, in order. A window is made when it is asked for, and copies nothing.</summary>
public sealed class SeriesWindows : IReadOnlyList<SeriesWindow>
{
    private readonly ReadOnlyMemory<float> series;
    private readonly int steps;

    internal SeriesWindows(ReadOnlyMemory<float> series, int columns, int length, int horizon)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        steps = series.Length / columns;
        // In 64 bits: the sum of two lengths may pass the largest int.
        if (steps < (long)length + horizon)
        {
            throw new ArgumentException(
                Invariant(
                    $"A series of {steps} {(columns == 1 ? "values" : "steps")} has no window of {length} with {horizon} to follow: "
                        + $"expected at least {(long)length + horizon}."
                ),
                nameof(series)
            );
        }

        this.series = series;
        Columns = columns;
        Length = length;
        Horizon = horizon;
    }

    /// <summary>Values of each step: 1, or the columns of a <see cref="SeriesTable"/>.</summary>
    public int Columns { get; }

    /// <summary>Steps in a window.</summary>
    public int Length { get; }

    /// <summary>Steps that follow each window.</summary>
    public int Horizon { get; }

    /// <summary>Number of windows.</summary>
    public int Count => steps - Length - Horizon + 1;

    /// <summary>Window <paramref name="index"/>, which begins at that step of the series.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such window.</exception>
    public SeriesWindow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new(
                series.Slice(index * Columns, Length * Columns),
                series.Slice((index + Length) * Columns, Horizon * Columns)
            );
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
