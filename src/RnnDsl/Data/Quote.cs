namespace RnnDsl.Data;

/// <summary>What a file has, as messages show it.</summary>
internal static class Quote
{
    // A file that is no table at all may have a "line" of any length: messages quote its beginning.
    private const int MostNames = 20;
    private const int MostCharacters = 40;

    /// <summary>In quotation marks, and no more than its beginning.</summary>
    public static string Text(ReadOnlySpan<char> text) =>
        text.Length <= MostCharacters ? $"'{text}'" : $"'{text[..MostCharacters]}...'";

    /// <summary>The first of many names.</summary>
    public static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(static name => Text(name.Trim())))
        + (names.Count > MostNames ? " and more" : "");
}
