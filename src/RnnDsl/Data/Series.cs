using System.Globalization;
using RnnDsl.Files;

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
    /// <exception cref="DataFormatException">
    /// The file is empty, lacks the column, or has a field there that is no finite number; the message names the file, the
    /// line and the column, what was expected and what came. Or the file is damaged, or not text in UTF-8.
    /// </exception>
    public static float[] ReadCsv(string path, string column, char separator = ',')
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        using var reader = DataFile.Open(path);
        var records = new CsvRecords(reader, path, separator);
        var index = FindColumn(records, path, column);
        var values = new List<float>();
        var blankLine = 0;
        while (records.Read())
        {
            if (records.IsBlank)
            {
                // Empty lines may end a file; in the middle, a value would silently be missing.
                blankLine = blankLine == 0 ? records.Line : blankLine;
                continue;
            }

            if (blankLine != 0)
            {
                throw new DataFormatException(path, blankLine, column, "expected a number, found an empty line.");
            }

            values.Add(ParseField(records, index, path, column));
        }

        return values.Count > 0
            ? [.. values]
            : throw new DataFormatException(
                path,
                0,
                "the file holds no values: expected at least one line after its heading."
            );
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
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(fraction),
                fraction,
                "Expected the share to train on: more than 0 and less than 1."
            );
        }

        // 0.7 * 1000 must be 700 although the double 0.7 lies below 7/10.
        var count = (int)Math.Floor(series.Length * fraction + 1e-9);
        return count > 0 && count < series.Length
            ? (series[..count], series[count..])
            : throw new ArgumentException(
                $"Splitting {series.Length} values at {fraction} leaves {count} and {series.Length - count}: "
                    + "expected at least one value on either side.",
                nameof(series)
            );
    }

    /// <summary>
    /// Cuts a series into overlapping windows, each with the values that follow it: window i is
    /// <c>series[i .. i+length]</c>. Nothing is copied; the windows are views of <paramref name="series"/>.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="length">Values in a window, at least 1.</param>
    /// <param name="horizon">Values that follow each window, at least 1.</param>
    /// <returns><c>series.Length - length - horizon + 1</c> windows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length below 1.</exception>
    /// <exception cref="ArgumentException">The series is too short for one window and what follows it.</exception>
    public static SeriesWindows Windows(ReadOnlyMemory<float> series, int length, int horizon = 1) =>
        new(series, length, horizon);

    private static int FindColumn(CsvRecords records, string path, string column)
    {
        if (!records.Read() || records.IsBlank)
        {
            throw new DataFormatException(
                path,
                0,
                $"the file is empty: expected a first line that names the column '{column}'."
            );
        }

        for (var i = 0; i < records.Fields.Count; i++)
        {
            if (string.Equals(records.Fields[i].Trim(), column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        throw new DataFormatException(
            path,
            records.Line,
            $"the file has no column '{column}': its columns are {Quote.Names(records.Fields)}."
        );
    }

    private static float ParseField(CsvRecords records, int index, string path, string column)
    {
        if (index >= records.Fields.Count)
        {
            throw new DataFormatException(
                path,
                records.Line,
                column,
                $"expected a number, but the line has {records.Fields.Count} of at least {index + 1} fields."
            );
        }

        var text = records.Fields[index].Trim();
        return
            float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && float.IsFinite(value)
            ? value
            : throw new DataFormatException(
                path,
                records.Line,
                column,
                $"expected a finite number, found {Quote.Text(text)}."
            );
    }
}
