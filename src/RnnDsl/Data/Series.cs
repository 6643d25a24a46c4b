using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>Time series: reads them from files, splits them, and cuts them into windows.</summary>
public static class Series
{
    /// <summary>
    /// Reads one column of numbers from a comma-separated file whose first line names the columns. The file is read as a
    /// stream; one that gzip compressed is decompressed on the way.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="column">The name of the column, as the first line writes it.</param>
    /// <param name="separator">The character between two fields.</param>
    /// <returns>The numbers of the column, top to bottom; at least one.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The separator is a quotation mark or the end of a line.</exception>
    /// <exception cref="DataFormatException">
    /// The file is empty, or lacks the column, or has two of that name; a line has more or fewer fields than the first, or a
    /// quotation mark where none belongs; or a field of the column is no finite number. The message names the file and the line,
    /// what was expected and what came. Or the file is damaged, or not text in UTF-8.
    /// </exception>
    public static float[] ReadCsv(string path, string column, char separator = ',')
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        return ReadNumbers(path, [column], separator);
    }

    /// <summary>Reads several columns of numbers from a comma-separated file, as the other overload reads one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The names of the columns, in the order that the table is to have.</param>
    /// <param name="separator">The character between two fields.</param>
    /// <returns>A step for each line, top to bottom; at least one.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">
    /// No column is named, or one twice; or the separator is a quotation mark or the end of a line.
    /// </exception>
    /// <exception cref="DataFormatException">As with one column.</exception>
    public static SeriesTable ReadCsv(string path, IReadOnlyList<string> columns, char separator = ',')
    {
        string[] names = [.. ColumnNames.Require(columns)];
        return new(ReadNumbers(path, names, separator), names);
    }

    /// <summary>Splits a series in two without copying: the past to train on, the rest to test on.</summary>
    /// <param name="series">The series.</param>
    /// <param name="fraction">The share to train on, above 0 and below 1; its length is rounded down.</param>
    /// <returns>Both parts, as views of <paramref name="series"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">One of the two parts would be empty.</exception>
    public static (ReadOnlyMemory<float> Train, ReadOnlyMemory<float> Test) Split(
        ReadOnlyMemory<float> series,
        double fraction
    )
    {
        var count = StepsBefore(fraction, series.Length, nameof(series));
        return (series[..count], series[count..]);
    }

    /// <summary>Splits a series of several columns in two without copying: the past to train on, the rest to test on.</summary>
    /// <param name="series">The series.</param>
    /// <param name="fraction">The share of its steps to train on, above 0 and below 1; their number is rounded down.</param>
    /// <returns>Both parts, as views of <paramref name="series"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">One of the two parts would be empty.</exception>
    public static (SeriesTable Train, SeriesTable Test) Split(SeriesTable series, double fraction)
    {
        ArgumentNullException.ThrowIfNull(series);
        var count = StepsBefore(fraction, series.Steps, nameof(series));
        return (series[..count], series[count..]);
    }

    /// <summary>
    /// Cuts a series into overlapping windows, each with the values that follow it: window i is
    /// <c>series[i .. i+length]</c>. Nothing is copied; the windows are views of <paramref name="series"/>.
    /// </summary>
    /// <param name="series">The series, of one column; a <see cref="SeriesTable"/> holds several.</param>
    /// <param name="length">Values in a window, at least 1.</param>
    /// <param name="horizon">Values that follow each window, at least 1.</param>
    /// <returns><c>series.Length - length - horizon + 1</c> windows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    /// <exception cref="ArgumentException">The series is too short for one window and what follows it.</exception>
    public static SeriesWindows Windows(ReadOnlyMemory<float> series, int length, int horizon = 1) =>
        new(series, columns: 1, length, horizon);

    /// <summary>
    /// Cuts a series of several columns into overlapping windows, each with the steps that follow it. Each begins with the first
    /// column of a step. Nothing is copied; the windows are views of <paramref name="series"/>.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="length">Steps in a window, at least 1.</param>
    /// <param name="horizon">Steps that follow each window, at least 1.</param>
    /// <returns><c>series.Steps - length - horizon + 1</c> windows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    /// <exception cref="ArgumentException">The series is too short for one window and what follows it.</exception>
    public static SeriesWindows Windows(SeriesTable series, int length, int horizon = 1)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new(series.Values, series.Columns, length, horizon);
    }

    private static int StepsBefore(double fraction, int steps, string name)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction),
                fraction,
                "Expected the share to train on: more than 0 and less than 1."
            );
        }

        // 0.7 * 1000 must be 700 although the double 0.7 lies below 7/10.
        var count = (int)Math.Floor(steps * fraction + 1e-9);
        return count > 0 && count < steps
            ? count
            : throw new ArgumentException(
                Invariant(
                    $"Splitting {steps} values at {fraction} leaves {count} and {steps - count}: "
                        + $"expected at least one value on either side."
                ),
                name
            );
    }

    private static float[] ReadNumbers(string path, IReadOnlyList<string> columns, char separator)
    {
        using var reader = DataFile.Open(path);
        var records = new CsvRecords(reader, path, separator);
        var places = ColumnNames.Find(columns, records.Columns, path, records.Line);
        var values = new List<float>();
        while (records.Read())
        {
            foreach (var place in places)
            {
                var text = records.Fields[place];
                values.Add(
                    NumberText.TryParse(text.Trim(), out float value)
                        ? value
                        : throw new DataFormatException(
                            path,
                            records.Line,
                            records.Columns[place],
                            $"expected a finite number, found {Quote.Text(text.Trim())}."
                        )
                );
            }
        }

        return values.Count > 0
            ? [.. values]
            : throw new DataFormatException(
                path,
                0,
                "the file holds no values: expected at least one line after its heading."
            );
    }
}
