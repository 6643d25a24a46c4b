namespace RnnDsl.Files;

/// <summary>What a file has, as messages show it: a file that is none of its kind may have a name of any length, and any number of them.</summary>
internal static class Quote
{
    private const int MostNames = 20;
    private const int MostCharacters = 40;
    private const int MostOfAName = 100;

    /// <summary>In quotation marks, and no more than its beginning.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.Length <= MostCharacters ? $"'{text}'" : $"'{Beginning(text, MostCharacters)}...'";

    /// <summary>The first of many names, in quotation marks.</summary>
    public static string Names(IReadOnlyCollection<string> names) =>
        Join(names.Take(MostNames).Select(static name => Text(name.Trim())), names.Count);

    /// <summary>A path of fields, which is shown whole unless it is none.</summary>
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
