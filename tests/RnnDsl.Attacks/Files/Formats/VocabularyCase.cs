using System.Globalization;
using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>A vocabulary: what is read is what is written again.</summary>
internal sealed class VocabularyCase(Draw draw) : FileCase
{
    private static readonly string[] symbols = ["a", "b", "word", "\n", "\t", "\\", "ü", " ", "two words", "<unk>"];

    public override string Name => "vocabulary";

    public override string Extension => ".vocab";

    public override byte[] Valid { get; } = Encoding.UTF8.GetBytes(Make(draw).ToText());

    public override string Read(string path) => Vocabulary.Load(path).ToText();

    public override string? Truth(byte[] file)
    {
        if (PlainText.Lines(file) is not { Length: > 4 } lines)
        {
            return null;
        }

        var pairs = lines.Select(static line => line.Split('\t', 2)).ToArray();
        string[] names = ["rnndsl-vocabulary", "tokens", "unknown", "symbols"];
        if (
            pairs.Any(static pair => pair.Length < 2)
            || !pairs.Take(4).Select(static pair => pair[0]).SequenceEqual(names)
        )
        {
            return null;
        }

        var entries = pairs
            .Skip(4)
            .Select(static pair => (Count: Digits(pair[0]), Symbol: Unescape(pair[1])))
            .ToArray();
        var unknown = Unescape(pairs[2][1]);
        var isRight =
            pairs[0][1] == "1"
            && Enum.GetNames<Tokenization>().Contains(pairs[1][1])
            && Digits(pairs[3][1]) == entries.Length
            && entries.All(static entry => entry.Count is not null && !string.IsNullOrEmpty(entry.Symbol))
            && entries.DistinctBy(static entry => entry.Symbol, StringComparer.Ordinal).Count() == entries.Length
            && unknown is not null
            && (unknown.Length == 0 || entries.Any(entry => entry.Symbol == unknown));
        return isRight ? Write(pairs[1][1], unknown!, entries) : null;
    }

    private static Vocabulary Make(Draw draw)
    {
        var builder = new VocabularyBuilder(draw.Of(Enum.GetValues<Tokenization>()))
        {
            Unknown = draw.Of(null, "<unk>"),
        };
        for (var i = 0; i < 20; i++)
        {
            builder.Add(draw.Of(symbols));
        }

        return builder.Build();
    }

    private static string Write(string tokens, string unknown, (long? Count, string? Symbol)[] entries)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"rnndsl-vocabulary\t1\ntokens\t{tokens}\nunknown\t{Escape(unknown)}\nsymbols\t{entries.Length}\n"
        );
        foreach (var (count, symbol) in entries)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count}\t{Escape(symbol!)}\n");
        }

        return text.ToString();
    }

    private static long? Digits(string text) =>
        text.Length == 0 || !text.All(char.IsAsciiDigit) || text.TrimStart('0').Length > 19 ? null
        : decimal.Parse(text, CultureInfo.InvariantCulture) is <= long.MaxValue and var number ? (long)number
        : null;

    private static string? Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            var place = ++i < text.Length ? "nrt0\\".IndexOf(text[i], StringComparison.Ordinal) : -1;
            if (place < 0)
            {
                return null;
            }

            plain.Append("\n\r\t\0\\"[place]);
        }

        return plain.ToString();
    }

    private static string Escape(string text) =>
        string.Concat(
            text.Select(static c =>
                "\n\r\t\0\\".IndexOf(c, StringComparison.Ordinal) is >= 0 and var place
                    ? "\\" + "nrt0\\"[place]
                    : c.ToString()
            )
        );
}
