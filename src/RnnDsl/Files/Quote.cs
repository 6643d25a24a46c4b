namespace RnnDsl.Files;

/// <summary>Shortens names from a file for messages: a file of another format may have names of any length and in any number.</summary>
internal static class Quote
{
    private const int MostNames = 20;
    private const int MostCharacters = 40;
    private const int MostOfAName = 100;

    /// <summary>The start of a name, in quotation marks.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.Length <= MostCharacters ? $"'{text}'" : $"'{Beginning(text, MostCharacters)}...'";

    /// <summary>The first of many names, in quotation marks.</summary>
    public static string Names(IReadOnlyCollection<string> names) =>
        Join(names.Take(MostNames).Select(static name => Text(name.Trim())), names.Count);

    /// <summary>A path of fields, shown in full; any other text is shortened.</summary>
    public static string Path(string path) => path.Length <= MostOfAName ? path : $"{Beginning(path, MostOfAName)}...";

    /// <summary>The first of many paths of fields.</summary>
    /// <param name="first">At least the first 20.</param>
    /// <param name="count">How many there are.</param>
    public static string Paths(IEnumerable<string> first, int count) => Join(first.Take(MostNames).Select(Path), count);

    private static string Join(IEnumerable<string> names, int count) =>
        string.Join(", ", names) + (count > MostNames ? " and more" : "");

    // Not in the middle of a surrogate pair.
    private static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
