using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Data;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>A text by lines, or whole.</summary>
internal sealed class LinesCase(Draw draw) : FileCase
{
    private const int Most = 1 << 24;
    private readonly bool isWhole = draw.Percent(50);

    public override string Name => isWhole ? "text" : "lines";

    public override string Extension => ".txt";

    public override byte[] Valid { get; } =
        Encoding.UTF8.GetBytes(
            string.Concat(
                Enumerable
                    .Range(0, draw.Below(20))
                    .Select(_ => draw.Of("", "line", "ünder", "🙂", "a\tb") + draw.Of("\n", "\r\n", "\r", ""))
            )
        );

    public override string Read(string path) =>
        isWhole ? TextFile.ReadAll(path, Most) : PlainText.Join(TextFile.Lines(path).Select(static line => line.Text));

    public override string? Truth(byte[] file) =>
        isWhole ? PlainText.Of(file)
        : PlainText.Lines(file) is { } lines ? PlainText.Join(lines)
        : null;
}
