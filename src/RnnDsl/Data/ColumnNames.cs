using RnnDsl.Files;

namespace RnnDsl.Data;

/// <summary>Finds columns by the names in the heading of a table.</summary>
internal static class ColumnNames
{
    /// <summary>Checks the names that a caller asks for.</summary>
    /// <exception cref="ArgumentException">No column is named, or one twice.</exception>
    public static IReadOnlyList<string> Require(IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Count > 0 && columns.Distinct(StringComparer.Ordinal).Count() == columns.Count
            ? columns
            : throw new ArgumentException(
                $"Expected the names of the columns, each once, got [{Quote.Names(columns)}].",
                nameof(columns)
            );
    }

    /// <summary>The indices of columns in a heading, in time linear in both.</summary>
    /// <param name="columns">The names, each once.</param>
    /// <param name="heading">All names of the table.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="line">The line of the heading.</param>
    /// <exception cref="DataFormatException">The heading lacks a name, or has it twice.</exception>
    public static int[] Find(IReadOnlyList<string> columns, IReadOnlyList<string> heading, string path, int line)
    {
        // The index of a name, or -1 where the name occurs again.
        var places = new Dictionary<string, int>(heading.Count, StringComparer.Ordinal);
        for (var i = 0; i < heading.Count; i++)
        {
            if (!places.TryAdd(heading[i], i))
            {
                places[heading[i]] = -1;
            }
        }

        var missing = columns.Where(column => !places.ContainsKey(column)).ToArray();
        if (missing.Length > 0)
        {
            throw new DataFormatException(
                path,
                line,
                $"the file has no column {Quote.Names(missing)}: its columns are {Quote.Names(heading)}."
            );
        }

        var doubled = columns.Where(column => places[column] < 0).ToArray();
        if (doubled.Length > 0)
        {
            throw new DataFormatException(
                path,
                line,
                $"the file has more than one column {Quote.Names(doubled)}: its columns are {Quote.Names(heading)}."
            );
        }

        return [.. columns.Select(column => places[column])];
    }
}
