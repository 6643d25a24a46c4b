using System.Text.RegularExpressions;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>Phrases that the prose of the repository avoids, since a plain or a technical word says the same.</summary>
internal static class Wording
{
    private static readonly Regex banned = new(
        """
        \b(
            stands?(?!-in)|standing|stood       # is, is stored, is printed, means
            |nobody|somebody|anybody            # no caller, a reader, another thread
            |who|whom|whoever                   # things are "that" and "which"
            |(is|are|was|were)\ had|had\ (of|by)
            |of\ (its|their)\ own               # separate
            |so\ many                           # n, this many
            |as\ it\ were
            |in\ turn                           # alternating, transitively
            |beside                             # next to, in addition to, concurrently
            |anew                               # again
            |without\ a\ word                   # silently
            |takes?\ out\ again|goes?\ another\ way|has\ the\ numbers\ of
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    );

    // Code, and titles in quotation marks, are not the author's prose.
    private static readonly Regex quoted = new("""<c>.*?</c>|<code>.*?</code>|<[^<>]*>|`[^`]*`|"[^"]*" """.Trim());

    /// <summary>Each banned phrase of a file, as <c>path:line phrase</c>.</summary>
    public static IEnumerable<string> Find(string path, string text) =>
        from comment in Comments.Of(path, text)
        let prose = quoted.Replace(comment.Text, match => new string('_', match.Length))
        from Match match in banned.Matches(prose)
        select $"{path}:{comment.LineAt(match.Index)} {match.Value}";
}
