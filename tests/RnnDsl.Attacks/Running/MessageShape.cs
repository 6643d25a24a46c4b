using System.Text.RegularExpressions;

namespace RnnDsl.Attacks.Running;

/// <summary>A message without what differs from case to case: names in quotes, and numbers.</summary>
internal static partial class MessageShape
{
    private const int Longest = 160;

    public static string Of(string message)
    {
        var shape = Numbers().Replace(Quoted().Replace(message.Split('\n')[0].TrimEnd(), "'_'"), "0");
        return shape.Length <= Longest ? shape : shape[..Longest];
    }

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("-?[0-9]+([.][0-9]+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
