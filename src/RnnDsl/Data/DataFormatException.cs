using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>A file of data is not what its reader expects; the message begins with the file and the line.</summary>
public sealed class DataFormatException : IOException
{
    /// <summary>Says what is wrong with a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1; 0 if no line is at fault.</param>
    /// <param name="problem">The expected and the actual data.</param>
    /// <param name="inner">What the reader got, if it was an exception.</param>
    public DataFormatException(string file, int line, string problem, Exception? inner = null)
        : base(line > 0 ? Invariant($"{file}, line {line}: {problem}") : $"{file}: {problem}", inner) =>
        (File, Line) = (file, line);

    /// <summary>Says what is wrong with a field of a table.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The name of the column.</param>
    /// <param name="problem">The expected and the actual data.</param>
    public DataFormatException(string file, int line, string column, string problem)
        : base(Invariant($"{file}, line {line}, column '{column}': {problem}")) => (File, Line) = (file, line);

    /// <summary>The file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 if no line is at fault.</summary>
    public int Line { get; }
}
