using System.Text;

namespace RnnDsl.Benchmarks.Tables;

/// <summary>A table of plain text: a title, columns that are aligned at the right, and notes.</summary>
/// <param name="title">The line above.</param>
/// <param name="columns">The heading: that of the labels, then one for each cell of a row.</param>
public sealed class TextTable(string title, IReadOnlyList<string> columns)
{
    private const string Gap = "  ";

    private readonly List<IReadOnlyList<string>> lines = [columns];
    private readonly List<string> notes = [];

    /// <summary>Adds a row at the bottom.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="cells">Its cells, one for each column.</param>
    public void Add(string label, IEnumerable<string> cells) => lines.Add([label, .. cells]);

    /// <summary>Adds a line below the table.</summary>
    public void Note(string note) => notes.Add(note);

    /// <summary>The whole, with a line break at its end.</summary>
    public override string ToString()
    {
        var widths = columns.Select((_, column) => lines.Max(line => line[column].Length)).ToList();
        var text = new StringBuilder().AppendLine(title);
        foreach (var line in lines)
        {
            text.Append(Gap).Append(line[0].PadRight(widths[0]));
            for (var column = 1; column < line.Count; column++)
            {
                text.Append(Gap).Append(line[column].PadLeft(widths[column]));
            }
            text.AppendLine();
        }
        return text.AppendJoin("", notes.Select(note => Gap + note + Environment.NewLine)).ToString();
    }
}
