using System.Globalization;
using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>Series of channels in the format of sktime.</summary>
internal sealed class SktimeCase : FileCase
{
    private readonly float? missing;

    public SktimeCase(Draw draw)
    {
        missing = draw.Percent(50) ? -7 : null;
        var (channels, isEqual, isLabelled) = (1 + draw.Below(3), draw.Percent(30), draw.Percent(60));
        var file = new StringBuilder("# about\n@problemName Test\n@timeStamps false\n");
        file.Append(CultureInfo.InvariantCulture, $"@univariate {(channels == 1 ? "true" : "false")}\n");
        file.Append(draw.Percent(50) ? string.Create(CultureInfo.InvariantCulture, $"@dimensions {channels}\n") : "");
        file.Append(isEqual ? "@equalLength true\n@seriesLength 4\n" : "@equalLength false\n");
        file.Append(isLabelled ? "@classLabel true one two 3\n" : "@classLabel false\n").Append("@data\n");
        for (var row = draw.Below(6); row > 0; row--)
        {
            var steps = isEqual ? 4 : 1 + draw.Below(6);
            file.AppendJoin(':', Enumerable.Range(0, channels).Select(_ => Channel(draw, steps)))
                .Append(isLabelled ? ":" + draw.Of("one", "two", "3") : "")
                .Append('\n');
        }

        Valid = Encoding.UTF8.GetBytes(file.ToString());
    }

    public override string Name => "sktime";

    public override string Extension => ".ts";

    public override byte[] Valid { get; }

    public override string Read(string path) =>
        PlainText.Join(
            new SktimeReader(path, missing).SelectMany(static sample =>
                SktimeText.Fields(sample.Values.ToArray(), sample.Steps, sample.Class)
            )
        );

    public override string? Truth(byte[] file) =>
        PlainText.Lines(file) is { } lines && new SktimeText(missing).Read(lines) is { } fields
            ? PlainText.Join(fields)
            : null;

    private string Channel(Draw draw, int steps) =>
        string.Join(
            ',',
            Enumerable
                .Range(0, steps)
                .Select(_ =>
                    missing is not null && draw.Percent(5)
                        ? "?"
                        : ((draw.Below(200) - 100) / 8.0).ToString(CultureInfo.InvariantCulture)
                )
        );
}
