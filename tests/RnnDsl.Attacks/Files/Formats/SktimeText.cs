using System.Globalization;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>The format of sktime, read with <see cref="string.Split(char, StringSplitOptions)"/>.</summary>
/// <param name="missing">What a value that is missing is read as; null where none may be.</param>
internal sealed class SktimeText(float? missing)
{
    private static readonly string[] flags = ["@timestamps", "@missing", "@univariate", "@equallength", "@targetlabel"];
    private readonly Dictionary<string, string[]> directives = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A series as texts: its numbers, how many steps they are, its class.</summary>
    public static string[] Fields(float[] values, int steps, int label) =>
        [
            PlainText.Join(values),
            steps.ToString(CultureInfo.InvariantCulture),
            label.ToString(CultureInfo.InvariantCulture),
        ];

    /// <returns>The fields of all series; null where the lines are no such file.</returns>
    public List<string>? Read(string[] lines)
    {
        var data = Array.FindIndex(
            lines,
            static line => line.Trim().Equals("@data", StringComparison.OrdinalIgnoreCase)
        );
        return data >= 0 && lines[..data].All(TakeDirective) && IsRight() ? ReadSeries(lines[(data + 1)..]) : null;
    }

    private bool TakeDirective(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || text.StartsWith('#'))
        {
            return true;
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = words[0].Equals("@dimension", StringComparison.OrdinalIgnoreCase) ? "@dimensions" : words[0];
        return text.StartsWith('@') && directives.TryAdd(name, words[1..]);
    }

    private bool IsRight() =>
        directives.All(pair =>
            Is(pair.Key, "@problemname") ? true
            : flags.Any(flag => Is(pair.Key, flag)) ? Flag(pair.Value) is not null
            : Is(pair.Key, "@dimensions") || Is(pair.Key, "@serieslength") ? Number(pair.Value) is not null
            : Is(pair.Key, "@classlabel") && IsClasses(pair.Value)
        )
        && !Says("@timestamps")
        && !(Says("@univariate") && NumberOf("@dimensions") > 1);

    private static bool IsClasses(string[] words) =>
        Flag(words[..Math.Min(1, words.Length)]) is { } isThere
        && (!isThere || (words.Length > 1 && words[1..].Distinct(StringComparer.Ordinal).Count() == words.Length - 1));

    private List<string>? ReadSeries(string[] lines)
    {
        var fields = new List<string>();
        var channels = NumberOf("@dimensions") ?? (Says("@univariate") ? 1 : null);
        var steps = NumberOf("@serieslength");
        var isEqual = Says("@equallength") || steps is not null;
        var classes = Says("@classlabel") ? directives["@classlabel"][1..] : null;
        var hasLabel = classes is not null || Says("@targetlabel");
        foreach (var line in lines.Where(static line => !line.StartsWith('#')))
        {
            var parts = line.Split(':');
            var series = (hasLabel ? parts[..^1] : parts).Select(Numbers).ToArray();
            channels ??= series.Length;
            var label = classes is null ? -1 : Array.IndexOf(classes, parts[^1].Trim());
            if (
                string.IsNullOrWhiteSpace(line)
                || series.Length != channels
                || series.Length == 0
                || series.Contains(null)
                || series.Any(channel => channel!.Length != series[0]!.Length)
                || (classes is not null && label < 0)
                || (isEqual && steps is { } expected && expected != series[0]!.Length)
            )
            {
                return null;
            }

            steps = series[0]!.Length;
            var values = Enumerable
                .Range(0, series[0]!.Length)
                .SelectMany(step => series.Select(channel => channel![step]));
            fields.AddRange(Fields([.. values], series[0]!.Length, label));
        }

        return fields;
    }

    private float[]? Numbers(string channel)
    {
        var numbers = channel
            .Split(',')
            .Select(static text => text.Trim())
            .Select(text => text == "?" ? missing : PlainText.Number(text))
            .ToArray();
        return numbers.Contains(null) ? null : [.. numbers.Select(static number => number!.Value)];
    }

    private bool Says(string name) =>
        directives.TryGetValue(name, out var words) && Flag(words[..Math.Min(1, words.Length)]) == true;

    private int? NumberOf(string name) => directives.TryGetValue(name, out var words) ? Number(words) : null;

    private static bool? Flag(string[] words) =>
        words is not [var word] ? null
        : Is(word, "true") ? true
        : Is(word, "false") ? false
        : null;

    private static int? Number(string[] words) =>
        words is [var word]
        && word.All(char.IsAsciiDigit)
        && int.TryParse(word, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;

    private static bool Is(string text, string other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);
}
