namespace RnnDsl.Generator.Tests.Repository;

/// <summary>Consecutive lines of prose in a file: a comment, or a paragraph of a Markdown file.</summary>
/// <param name="Line">The number of the first line, from 1.</param>
/// <param name="Lines">The lines, without comment markers.</param>
internal sealed record Comment(int Line, IReadOnlyList<string> Lines)
{
    /// <summary>The prose on one line, so that a phrase is found where it wraps.</summary>
    public string Text => string.Join(' ', Lines);

    /// <summary>The line of a position in <see cref="Text"/>.</summary>
    public int LineAt(int position)
    {
        var line = 0;
        while (position > Lines[line].Length)
        {
            position -= Lines[line].Length + 1;
            line++;
        }

        return Line + line;
    }
}
