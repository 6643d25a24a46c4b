using RnnDsl.Files;

namespace RnnDsl.Data;

/// <summary>A line of a tab-separated file.</summary>
public sealed class TsvRecord
{
    private readonly TsvColumns columns;
    private readonly string[] fields;

    internal TsvRecord(string file, int line, TsvColumns columns, string[] fields)
    {
        (File, Line) = (file, line);
        (this.columns, this.fields) = (columns, fields);
    }

    /// <summary>The file, for messages.</summary>
    public string File { get; }

    /// <summary>The number of the line, from 1.</summary>
    public int Line { get; }

    /// <summary>The fields, in the order in which the columns were named.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>The field of a column.</summary>
    /// <param name="column">Its name, one of those that the reader was given.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string this[string column] =>
        columns.TryFind(column, out var index)
            ? fields[index]
            : throw new ArgumentException(
                $"There is no column {Quote.Text(column)}: the columns are {Quote.Names(columns.Names)}.",
                nameof(column)
            );
}
