using System.Globalization;
using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>Texts with their labels.</summary>
internal sealed class LabelledCase : FileCase
{
    public LabelledCase(Draw draw)
    {
        var file = new StringBuilder();
        for (var row = draw.Below(draw.Percent(80) ? 3 : 12); row >= 0; row--)
        {
            file.Append(draw.Of("good", "bad", "Ünknown", "a b"))
                .Append('\t')
                .Append(draw.Of("a text", "x", "\"quoted", "more \\ text", "日本"))
                .Append(draw.Of("\n", "\n", "\r\n"));
        }

        Valid = Encoding.UTF8.GetBytes(file.ToString());
    }

    public override string Name => "labelled texts";

    public override string Extension => ".tsv";

    public override byte[] Valid { get; }

    public override string Read(string path)
    {
        var labels = LabelledTexts.ReadLabels(path);
        return PlainText.Join(
            LabelledTexts
                .Read(path, labels)
                .SelectMany(static text =>
                    (string[])[text.Label, text.Text, text.Class.ToString(CultureInfo.InvariantCulture)]
                )
        );
    }

    public override string? Truth(byte[] file)
    {
        if (PlainText.Lines(file) is not { Length: > 0 } lines)
        {
            return null;
        }

        var records = lines.Select(static line => line.Split('\t')).ToArray();
        if (records.Any(static record => record.Length != 2 || record.Any(string.IsNullOrWhiteSpace)))
        {
            return null;
        }

        var labels = records.Select(static record => record[0]).Distinct().Order(StringComparer.Ordinal).ToList();
        return PlainText.Join(
            records.SelectMany(record =>
                (string[])[record[0], record[1], labels.IndexOf(record[0]).ToString(CultureInfo.InvariantCulture)]
            )
        );
    }
}
