namespace RnnDsl.Data;

/// <summary>A text and the class that it belongs to.</summary>
/// <param name="Text">The text; not empty.</param>
/// <param name="Label">The name of its class.</param>
/// <param name="Class">The number of the class, from 0: the label's place in the vocabulary of labels.</param>
/// <param name="File">The file, for messages.</param>
/// <param name="Line">The number of the line, from 1.</param>
public readonly record struct LabelledText(string Text, string Label, int Class, string File, int Line);
