using RnnDsl.Files;

namespace RnnDsl.Data;

/// <summary>
/// Reads tab-separated files while they are enumerated, one record a line. A field is what stands between two tabs, as it
/// is: the format knows no quotes. The files are those of <see cref="TextFile"/>.
/// </summary>
public static class TsvRecords
{
    /// <summary>The records of a file without a heading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The names of all of its columns, left to right.</param>
    /// <returns>The records; each enumeration reads the file from its beginning.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">No column is named, or one twice.</exception>
    /// <exception cref="DataFormatException">
    /// While enumerated: a line has more or fewer fields than columns; or the file is damaged, or not UTF-8.
    /// </exception>
    public static IEnumerable<TsvRecord> Read(string path, params string[] columns)
    {
        RequireColumns(columns);
        return Records(TextFile.Lines(path), [.. columns]);

        static IEnumerable<TsvRecord> Records(IEnumerable<TextLine> lines, string[] columns)
        {
            foreach (var line in lines)
            {
                yield return new(line.File, line.Line, columns, Split(line, columns));
            }
        }
    }

    /// <summary>Some columns of a file whose first line names them all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The names of the columns that the records are to have, in any order.</param>
    /// <returns>The records; each enumeration reads the file from its beginning.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">No column is named, or one twice.</exception>
    /// <exception cref="DataFormatException">
    /// While enumerated: the heading lacks a column; a line has more or fewer fields than the heading; or the file is
    /// damaged, or not UTF-8.
    /// </exception>
    public static IEnumerable<TsvRecord> ReadWithHeading(string path, params string[] columns)
    {
        RequireColumns(columns);
        return Records(TextFile.Lines(path), path, [.. columns]);

        static IEnumerable<TsvRecord> Records(IEnumerable<TextLine> lines, string path, string[] columns)
        {
            string[]? heading = null;
            var places = Array.Empty<int>();
            foreach (var line in lines)
            {
                if (heading is null)
                {
                    heading = line.Text.Split('\t');
                    places = Places(line, heading, columns);
                    continue;
                }

                var fields = Split(line, heading);
                yield return new(line.File, line.Line, columns, [.. places.Select(place => fields[place])]);
            }

            if (heading is null)
            {
                throw new DataFormatException(
                    path,
                    0,
                    $"the file is empty: expected a first line that names {Quote.Names(columns)}."
                );
            }
        }
    }

    private static int[] Places(TextLine line, string[] heading, string[] columns)
    {
        var missing = columns.Where(column => !heading.Contains(column, StringComparer.Ordinal)).ToArray();
        return missing.Length == 0
            ? [.. columns.Select(column => Array.IndexOf(heading, column))]
            : throw new DataFormatException(
                line.File,
                line.Line,
                $"the file has no column {Quote.Names(missing)}: its columns are {Quote.Names(heading)}."
            );
    }

    private static string[] Split(TextLine line, string[] columns)
    {
        var fields = line.Text.Split('\t');
        if (fields.Length == columns.Length)
        {
            return fields;
        }

        var found = line.Text.Length == 0 ? "an empty line" : $"{fields.Length} ({Quote.Names(fields)})";
        throw new DataFormatException(
            line.File,
            line.Line,
            $"expected {columns.Length} columns ({Quote.Names(columns)}) with a tab between two, found {found}."
        );
    }

    private static void RequireColumns(string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0 || columns.Distinct(StringComparer.Ordinal).Count() < columns.Length)
        {
            throw new ArgumentException(
                $"Expected the names of the columns, each once, got [{string.Join(", ", columns)}].",
                nameof(columns)
            );
        }
    }
}
