using System.Globalization;
using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>Scalers of one column or several: what is read is what is written again.</summary>
internal sealed class ScalerCase(Draw draw) : FileCase
{
    public override string Name => "scaler";

    public override string Extension => ".txt";

    // A scaler is a text that lies within another file.
    public override bool IsCompressible => false;

    public override byte[] Valid { get; } =
        Encoding.UTF8.GetBytes(
            TableScaler
                .Fit(SeriesTable.Of(Enumerable.Range(0, 1 + draw.Below(3)).Select(_ => Column(draw)).ToArray()))
                .ToText()
        );

    public override string Read(string path) => TableScaler.FromText(File.ReadAllText(path, Encoding.UTF8)).ToText();

    public override string? Truth(byte[] file)
    {
        // The text is given: what is not UTF-8 is U+FFFD before the library sees it; a lone CR ends a line as well.
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        var lines = reader.ReadToEnd().Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        lines = lines[^1].Length == 0 ? lines[..^1] : lines;
        var pairs = lines.Select(static line => line.Split('\t', 2)).ToArray();
        if (
            pairs.Length < 3
            || pairs.Any(static pair => pair.Length < 2)
            || pairs[0][0] != "rnndsl-scaler"
            || pairs[0][1] != "1"
            || pairs[1][0] != "columns"
            || !pairs[1][1].All(char.IsAsciiDigit)
            || pairs[1][1].TrimStart('0') != (pairs.Length - 2).ToString(CultureInfo.InvariantCulture)
        )
        {
            return null;
        }

        var numbers = pairs
            .Skip(2)
            .Select(static pair => (Mean: PlainText.Double(pair[0]), Deviation: PlainText.Double(pair[1])))
            .ToArray();
        if (numbers.Any(static pair => pair.Mean is null || pair.Deviation is not > 0))
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"rnndsl-scaler\t1\ncolumns\t{numbers.Length}\n");
        foreach (var (mean, deviation) in numbers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mean:R}\t{deviation:R}\n");
        }

        return text.ToString();
    }

    private static float[] Column(Draw draw) =>
        [.. Enumerable.Range(0, 3).Select(_ => (draw.Below(2000) - 1000) / draw.Of(1f, 3, 1e6f))];
}
