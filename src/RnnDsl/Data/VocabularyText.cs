using System.Globalization;
using System.Text;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// A vocabulary as text: four lines that say what it is, then a line for each symbol, its count and a tab before it. In a
/// symbol, the ends of lines, tabs, NUL and the backslash are written <c>\n</c>, <c>\r</c>, <c>\t</c>, <c>\0</c> and <c>\\</c>.
/// </summary>
internal static class VocabularyText
{
    private const string Format = "rnndsl-vocabulary";
    private const string Version = "1";

    public static string Write(Vocabulary vocabulary)
    {
        var text = new StringBuilder();
        Append(Format, Version);
        Append("tokens", vocabulary.Tokenization.ToString());
        Append("unknown", Escape(vocabulary.Unknown ?? ""));
        Append("symbols", vocabulary.Count.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < vocabulary.Count; i++)
        {
            Append(vocabulary.CountOf(i).ToString(CultureInfo.InvariantCulture), Escape(vocabulary.SymbolOf(i)));
        }

        return text.ToString();

        void Append(string first, string second) => text.Append(first).Append('\t').Append(second).Append('\n');
    }

    /// <exception cref="DataFormatException">The text is no vocabulary.</exception>
    public static Vocabulary Read(TextReader reader, string source)
    {
        var line = 0;
        var version = ReadNamed(Format);
        if (version != Version)
        {
            throw Wrong($"this version of RnnDsl reads format {Version} of vocabularies, found {Quote.Text(version)}.");
        }

        var tokens = ReadNamed("tokens");
        if (
            !Enum.TryParse<Tokenization>(tokens, out var tokenization)
            || !Enum.GetNames<Tokenization>().Contains(tokens)
        )
        {
            throw Wrong($"expected one of {Quote.Names(Enum.GetNames<Tokenization>())}, found {Quote.Text(tokens)}.");
        }

        var unknown = Unescape(ReadNamed("unknown"));
        var symbols = ReadNamed("symbols");
        if (!NumberText.TryParseDigits(symbols, out var count) || count is 0 or > int.MaxValue)
        {
            throw Wrong($"expected the number of symbols, at least 1, found {Quote.Text(symbols)}.");
        }

        var entries = new List<KeyValuePair<string, long>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (entries.Count < count)
        {
            var (first, second) = ReadPair(Invariant($"symbol {entries.Count + 1} of {count}"));
            if (!NumberText.TryParseDigits(first, out var times))
            {
                throw Wrong($"expected how often a symbol came, found {Quote.Text(first)}.");
            }

            var symbol = Unescape(second);
            if (!Vocabulary.IsSymbol(symbol) || !seen.Add(symbol))
            {
                throw Wrong($"expected a symbol that is not empty and not there already, found {Quote.Text(second)}.");
            }

            entries.Add(KeyValuePair.Create(symbol, times));
        }

        line++;
        if (reader.ReadLine() is { } rest)
        {
            throw Wrong(Invariant($"expected the end after {count} symbols, found {Quote.Text(rest)}."));
        }

        if (unknown.Length > 0 && !seen.Contains(unknown))
        {
            line = 3;
            throw Wrong(Invariant($"the unknown symbol {Quote.Text(unknown)} is not among the {count} symbols."));
        }

        return new(tokenization, [.. entries], unknown.Length > 0 ? unknown : null);

        string ReadNamed(string name)
        {
            var (first, second) = ReadPair($"'{name}'");
            return first == name ? second : throw Wrong($"expected '{name}' and a tab, found {Quote.Text(first)}.");
        }

        (string First, string Second) ReadPair(string what)
        {
            line++;
            var text = reader.ReadLine() ?? throw Wrong($"expected {what}, found the end.");
            var tab = text.IndexOf('\t', StringComparison.Ordinal);
            return tab >= 0
                ? (text[..tab], text[(tab + 1)..])
                : throw Wrong($"expected {what}, with a tab in the line, found {Quote.Text(text)}.");
        }

        string Unescape(string text)
        {
            var plain = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                var c = text[i];
                if (c == '\\')
                {
                    c = (++i < text.Length ? text[i] : ' ') switch
                    {
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        '0' => '\0',
                        '\\' => '\\',
                        _ => throw Wrong($"expected n, r, t or \\ after each \\, found {Quote.Text(text)}; 0 is NUL."),
                    };
                }

                plain.Append(c);
            }

            return plain.ToString();
        }

        DataFormatException Wrong(string problem) => new(source, line, problem);
    }

    private static string Escape(string symbol) =>
        symbol
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\0", "\\0", StringComparison.Ordinal);
}
