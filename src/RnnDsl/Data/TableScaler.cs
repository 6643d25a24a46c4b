using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>Standardizes each column of a table by a separate <see cref="Scaler"/>.</summary>
public sealed class TableScaler
{
    private readonly Scaler[] scalers;

    /// <summary>A scaler for each column.</summary>
    /// <param name="scalers">At least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public TableScaler(IReadOnlyList<Scaler> scalers)
    {
        ArgumentNullException.ThrowIfNull(scalers);
        this.scalers = [.. scalers];
        if (this.scalers.Length == 0)
        {
            throw new ArgumentException("Expected a scaler for each column, got none.", nameof(scalers));
        }
    }

    /// <summary>The scalers, by column.</summary>
    public IReadOnlyList<Scaler> Columns => scalers;

    /// <summary>Measures mean and deviation of each column.</summary>
    /// <param name="series">The training part of a series.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static TableScaler Fit(SeriesTable series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new([.. Enumerable.Range(0, series.Columns).Select(column => Scaler.Fit(series.Column(column)))]);
    }

    /// <summary>The standardized series, a new one.</summary>
    /// <exception cref="ArgumentException">It has another number of columns.</exception>
    public SeriesTable Transform(SeriesTable series) =>
        Map(series, static (scaler, value) => scaler.Transform(value), nameof(series));

    /// <summary>The series whose standardized one is given, a new one.</summary>
    /// <exception cref="ArgumentException">It has another number of columns.</exception>
    public SeriesTable Inverse(SeriesTable scaled) =>
        Map(scaled, static (scaler, value) => scaler.Inverse(value), nameof(scaled));

    /// <summary>
    /// The scalers as text, to keep with a model (<see cref="Parameters.ParameterStore.Save(string, IReadOnlyDictionary{string, string})"/>).
    /// </summary>
    public string ToText() => ScalerText.Write(scalers);

    /// <summary>Reads what <see cref="ToText"/> wrote, of this class or of <see cref="Scaler"/>: the same numbers, bit by bit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">The source of the text, for messages.</param>
    /// <exception cref="DataFormatException">It is no scaler; the message names the line.</exception>
    public static TableScaler FromText(string text, string source = "scaler") => new(ScalerText.Read(text, source));

    private SeriesTable Map(SeriesTable series, Func<Scaler, float, float> map, string name)
    {
        ArgumentNullException.ThrowIfNull(series, name);
        if (series.Columns != scalers.Length)
        {
            throw new ArgumentException(
                Invariant(
                    $"Expected a series of {scalers.Length} columns, as the scaler was fitted on, got {series.Columns}."
                ),
                name
            );
        }

        var values = series.Values.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = map(scalers[i % scalers.Length], values[i]);
        }

        return new(values, series.Names);
    }
}
