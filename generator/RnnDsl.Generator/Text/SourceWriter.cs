using System.Text;

namespace RnnDsl.Generator.Text;

/// <summary>Writes indented C#, with line feeds on every system: the same declaration gives the same text everywhere.</summary>
public sealed class SourceWriter
{
    private const string Indent = "    ";
    private const int Width = 120;

    private readonly StringBuilder text = new();
    private int depth;

    /// <summary>Writes one line, or several where the text holds line feeds; each gets the indent.</summary>
    public SourceWriter Line(string line = "")
    {
        foreach (var part in line.Split('\n'))
        {
            if (part.Length > 0)
            {
                for (var i = 0; i < depth; i++)
                {
                    text.Append(Indent);
                }

                text.Append(part);
            }

            text.Append('\n');
        }

        return this;
    }

    /// <summary>
    /// Writes <paramref name="head"/>, the arguments in parentheses and <paramref name="tail"/>; each argument on a separate
    /// line if they do not fit on one.
    /// </summary>
    public SourceWriter Call(string head, IReadOnlyList<string> arguments, string tail)
    {
        var line = $"{head}({string.Join(", ", arguments)}){tail}";
        if ((depth * Indent.Length) + line.Length <= Width || arguments.Count < 2)
        {
            return Line(line);
        }

        Line(head + "(");
        for (var i = 0; i < arguments.Count; i++)
        {
            Line(Indent + arguments[i] + (i + 1 < arguments.Count ? "," : ""));
        }

        return Line(")" + tail);
    }

    public SourceWriter Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Writes a header line and an opening brace; disposing the result closes it.</summary>
    public Scope Block(string header)
    {
        Line(header);
        return Open();
    }

    /// <summary>Writes an opening brace; disposing the result closes it.</summary>
    public Scope Open(string close = "}")
    {
        Line("{");
        depth++;
        return new Scope(this, close);
    }

    /// <summary>Writes the summary of a doc comment: plain text.</summary>
    public SourceWriter Summary(string summary) => SummaryWithTags(Escape(summary));

    /// <summary>The same for a text that contains tags, <c>paramref</c> and the like.</summary>
    public SourceWriter SummaryWithTags(string summary) => Line("/// <summary>" + summary + "</summary>");

    public override string ToString() => text.ToString();

    /// <summary>Text inside an XML doc comment.</summary>
    public static string Escape(string value) => value.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>An open brace.</summary>
    public readonly struct Scope(SourceWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line(close);
        }
    }
}
