using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// Reads tab-separated files while they are enumerated, one record a line. A field is the text between two tabs, verbatim:
/// the format has no quotes. The files are those of <see cref="TextFile"/>.
/// </summary>
public static class TsvRecords
{
    private const int MostColumns = 1 << 20;

    /// <summary>The number of fields that are kept, for the message, of a line with too many.</summary>
    private const int MostShown = 24;

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
        var all = new TsvColumns(columns);
        return Records(TextFile.Lines(path), all);

        static IEnumerable<TsvRecord> Records(IEnumerable<TextLine> lines, TsvColumns columns)
        {
            foreach (var line in lines)
            {
                yield return new(line.File, line.Line, columns, Split(line, columns.Names));
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
    /// While enumerated: the heading lacks a column, or has two of its name; a line has more or fewer fields than the heading; or the file is
    /// damaged, or not UTF-8.
    /// </exception>
    public static IEnumerable<TsvRecord> ReadWithHeading(string path, params string[] columns)
    {
        var all = new TsvColumns(columns);
        return Records(TextFile.Lines(path), path, all);

        static IEnumerable<TsvRecord> Records(IEnumerable<TextLine> lines, string path, TsvColumns columns)
        {
            string[]? heading = null;
            var places = Array.Empty<int>();
            foreach (var line in lines)
            {
                if (heading is null)
                {
                    heading = Heading(line);
                    places = ColumnNames.Find(columns.Names, heading, line.File, line.Line);
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
                    $"the file is empty: expected a first line that names {Quote.Names(columns.Names)}."
                );
            }
        }
    }

    private static string[] Heading(TextLine line)
    {
        var count = line.Text.AsSpan().Count('\t') + 1;
        return count <= MostColumns
            ? line.Text.Split('\t')
            : throw new DataFormatException(
                line.File,
                line.Line,
                Invariant($"expected a heading of at most {MostColumns} columns, found {count}.")
            );
    }

    private static string[] Split(TextLine line, IReadOnlyList<string> columns)
    {
        var count = line.Text.AsSpan().Count('\t') + 1;
        if (count == columns.Count)
        {
            return line.Text.Split('\t');
        }

        var first = new List<string>();
        foreach (var range in line.Text.AsSpan().Split('\t'))
        {
            first.Add(line.Text[range]);
            if (first.Count == MostShown)
            {
                break;
            }
        }

        var found = line.Text.Length == 0 ? "an empty line" : Invariant($"{count} ({Quote.Names(first)})");
        throw new DataFormatException(
            line.File,
            line.Line,
            $"expected {columns.Count} columns ({Quote.Names(columns)}) with a tab between two, found {found}."
        );
    }
}
