using System.Globalization;
using System.Text;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// Scalers as text: a line for the format and one for the count, then one for each scaler: its mean, a tab and its deviation.
/// </summary>
internal static class ScalerText
{
    private const string Format = "rnndsl-scaler";
    private const string Version = "1";
    private const string Columns = "columns";

    public static string Write(IReadOnlyList<Scaler> scalers)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Format}\t{Version}\n{Columns}\t{scalers.Count}\n");
        foreach (var scaler in scalers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{scaler.Mean:R}\t{scaler.Deviation:R}\n");
        }

        return text.ToString();
    }

    /// <exception cref="DataFormatException">The text is no scaler.</exception>
    public static Scaler[] Read(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var reader = new StringReader(text);
        var line = 0;
        var (format, version) = Pair("the format");
        if (format != Format || version != Version)
        {
            throw Wrong($"expected '{Format}', a tab and '{Version}', found {Found(format, version)}.");
        }

        var (name, number) = Pair("the number of columns");
        if (name != Columns || !NumberText.TryParseDigits(number, out var count) || count is 0 or > int.MaxValue)
        {
            throw Wrong($"expected '{Columns}', a tab and their number, at least 1, found {Found(name, number)}.");
        }

        var scalers = new List<Scaler>();
        while (scalers.Count < count)
        {
            var (first, second) = Pair(Invariant($"column {scalers.Count + 1} of {count}"));
            if (
                !NumberText.TryParse(first, out double mean)
                || !NumberText.TryParse(second, out double deviation)
                || !(deviation > 0)
            )
            {
                throw Wrong($"expected a mean, a tab and a deviation above 0, found {Found(first, second)}.");
            }

            scalers.Add(new(mean, deviation));
        }

        line++;
        return reader.ReadLine() is { } rest
            ? throw Wrong(Invariant($"expected the end after {count} columns, found {Quote.Text(rest)}."))
            : [.. scalers];

        (string First, string Second) Pair(string what)
        {
            line++;
            var pair = reader.ReadLine() ?? throw Wrong($"expected {what}, found the end.");
            var tab = pair.IndexOf('\t', StringComparison.Ordinal);
            return tab >= 0
                ? (pair[..tab], pair[(tab + 1)..])
                : throw Wrong($"expected {what}, with a tab in the line, found {Quote.Text(pair)}.");
        }

        DataFormatException Wrong(string problem) => new(source, line, problem);
    }

    private static string Found(string first, string second) => $"{Quote.Text(first)} and {Quote.Text(second)}";
}
