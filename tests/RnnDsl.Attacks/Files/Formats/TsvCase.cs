using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>Fields between tabs, with a heading or without.</summary>
internal sealed class TsvCase : FileCase
{
    private static readonly string[] names = ["text", "label", "n", "more"];
    private readonly bool hasHeading;
    private readonly string[] asked;

    public TsvCase(Draw draw)
    {
        hasHeading = draw.Percent(50);
        var columns = names[..(1 + draw.Below(names.Length))];
        asked =
            !hasHeading ? columns
            : columns.Length > 1 && draw.Percent(50) ? ["label", "text"]
            : ["text"];
        var file = new StringBuilder(hasHeading ? string.Join('\t', columns) + "\n" : "");
        for (var row = draw.Below(draw.Percent(80) ? 3 : 12); row > 0; row--)
        {
            file.AppendJoin('\t', columns.Select(_ => draw.Of("", "a", "two words", "\"", "ü€", "-1", " ")))
                .Append(draw.Of("\n", "\n", "\r\n"));
        }

        Valid = Encoding.UTF8.GetBytes(file.ToString());
    }

    public override string Name => "tsv";

    public override string Extension => ".tsv";

    public override byte[] Valid { get; }

    public override string Read(string path)
    {
        var records = hasHeading ? TsvRecords.ReadWithHeading(path, asked) : TsvRecords.Read(path, asked);
        return PlainText.Join(records.SelectMany(record => asked.Select(name => record[name])));
    }

    public override string? Truth(byte[] file)
    {
        if (PlainText.Lines(file) is not { } lines || (hasHeading && lines.Length == 0))
        {
            return null;
        }

        var records = lines.Select(static line => line.Split('\t')).ToArray();
        var heading = hasHeading ? records[0] : asked;
        return
            asked.Any(name => heading.Count(other => other == name) != 1)
            || records.Any(record => record.Length != heading.Length)
            ? null
            : PlainText.Join(
                records.Skip(hasHeading ? 1 : 0).SelectMany(r => asked.Select(name => r[Array.IndexOf(heading, name)]))
            );
    }
}
