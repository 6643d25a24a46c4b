namespace RnnDsl.Data;

/// <summary>A line of a text file.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Text">Its text, without its end.</param>
public readonly record struct TextLine(string File, int Line, string Text);
