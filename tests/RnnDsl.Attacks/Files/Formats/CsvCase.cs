using System.Globalization;
using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>Columns of numbers in a comma-separated file.</summary>
internal sealed class CsvCase : FileCase
{
    private static readonly string[] names = ["value", "t", "note", "other \"quoted\"", "a,b", " spaced "];
    private readonly char separator;
    private readonly string[] asked;

    public CsvCase(Draw draw)
    {
        separator = draw.Of(',', ',', ';', '\t');
        var columns = 1 + draw.Below(names.Length);
        asked = draw.Percent(60) || columns < 2 ? ["value"] : ["t", "value"];
        var file = new StringBuilder();
        file.AppendJoin(separator, names.Take(columns).Select(name => Field(draw, name))).Append(End(draw));
        for (var row = draw.Below(draw.Percent(80) ? 3 : 12); row >= 0; row--)
        {
            file.AppendJoin(separator, Enumerable.Range(0, columns).Select(column => Value(draw, column)))
                .Append(End(draw));
        }

        Valid = Encoding.UTF8.GetBytes(file.ToString());
    }

    public override string Name => "csv";

    public override string Extension => ".csv";

    public override byte[] Valid { get; }

    public override string Read(string path) =>
        PlainText.Join(
            asked.Length == 1
                ? Series.ReadCsv(path, asked[0], separator)
                : Series.ReadCsv(path, asked, separator).Values.ToArray()
        );

    public override string? Truth(byte[] file)
    {
        if (PlainText.Of(file) is not { } text || CsvText.Records(text, separator) is not { Count: > 1 } records)
        {
            return null;
        }

        var heading = records[0].Select(static name => name.Trim()).ToArray();
        if (asked.Any(name => heading.Count(other => other == name) != 1))
        {
            return null;
        }

        var places = asked.Select(name => Array.IndexOf(heading, name)).ToArray();
        var numbers = records
            .Skip(1)
            .SelectMany(record => places.Select(place => PlainText.Number(record[place].Trim())));
        var all = numbers.ToArray();
        return all.Contains(null) ? null : PlainText.Join(all.Select(static number => number!.Value));
    }

    private static string Value(Draw draw, int column)
    {
        var number = ((draw.Below(20000) - 10000) / draw.Of(1.0, 10, 1000)).ToString(CultureInfo.InvariantCulture);
        return column >= 2 && draw.Percent(50) ? Field(draw, draw.Of("x", "", "a\nb", "say \"no\"", "1;2,3"))
            : draw.Percent(10) ? Field(draw, number + "e-3")
            : draw.Percent(10) ? $" {number} "
            : draw.Percent(30) ? Field(draw, number)
            : number;
    }

    // What has none of the characters that matter may have quotation marks, the rest must.
    private static string Field(Draw draw, string text) =>
        text.AsSpan().ContainsAny("\",;\t\r\n") || draw.Percent(40)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    private static string End(Draw draw) => draw.Percent(90) ? "\n" : "\r\n";
}
