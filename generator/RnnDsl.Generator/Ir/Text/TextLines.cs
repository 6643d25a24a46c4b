using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Text;

/// <summary>The lines of a text that is being read, without the empty ones; knows where it is when something is wrong.</summary>
internal sealed class TextLines
{
    private readonly List<(int Number, string Text)> lines;
    private int next;

    public TextLines(string text) =>
        lines = text.Split('\n')
            .Select((line, i) => (Number: i + 1, Text: line.TrimEnd('\r')))
            .Where(line => line.Text.Trim().Length > 0)
            .ToList();

    public bool AtEnd => next == lines.Count;

    /// <summary>The line that comes next, without its indentation; empty at the end.</summary>
    public string Peek => AtEnd ? "" : lines[next].Text.TrimStart(' ');

    public string Read()
    {
        var line = Peek;
        next++;
        return line;
    }

    /// <summary>An exception that describes the error in the next line.</summary>
    public FormatException Error(string expected) =>
        new(
            AtEnd
                ? $"expected {expected}: got the end of the text"
                : $"line {NumberText.Print(lines[next].Number)}: expected {expected}: got '{Peek}'"
        );
}
