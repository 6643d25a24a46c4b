using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>The header of a file: the lines before <c>@data</c>, which describe its series.</summary>
public sealed class SktimeHeader
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private bool isUnivariate;

    private SktimeHeader() { }

    /// <summary>The name of the problem; empty where the file has none.</summary>
    public string ProblemName { get; private set; } = "";

    /// <summary>Channels of each series; 0 where the header does not say.</summary>
    public int Dimensions { get; private set; }

    /// <summary>Whether the header promises that all series have the same number of steps.</summary>
    public bool EqualLength { get; private set; }

    /// <summary>Steps of each series; 0 where the header does not say.</summary>
    public int SeriesLength { get; private set; }

    /// <summary>Whether values may be missing, which the file writes as <c>?</c>.</summary>
    public bool Missing { get; private set; }

    /// <summary>The classes in the order of the header; null where series have none.</summary>
    public Vocabulary? Classes { get; private set; }

    /// <summary>Whether a target number to be predicted follows each series.</summary>
    public bool HasTarget { get; private set; }

    /// <summary>Whether a label or target follows the last channel of a series.</summary>
    internal bool HasLabel => Classes is not null || HasTarget;

    /// <summary>The line of <c>@data</c>.</summary>
    internal int LastLine { get; private set; }

    /// <summary>Reads up to <c>@data</c>.</summary>
    /// <exception cref="DataFormatException">A line is no directive or comment, or the end came before the data.</exception>
    internal static SktimeHeader Read(IEnumerable<TextLine> lines, string path)
    {
        var header = new SktimeHeader();
        foreach (var line in lines)
        {
            var text = line.Text.Trim();
            if (text.Length == 0 || text.StartsWith('#'))
            {
                continue;
            }

            if (!text.StartsWith('@'))
            {
                throw Wrong(line, $"expected a directive such as @dimensions, or @data, found {Quote.Text(text)}.");
            }

            header.LastLine = line.Line;
            if (text.Equals("@data", StringComparison.OrdinalIgnoreCase))
            {
                return header;
            }

            header.Take(line, text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        throw new DataFormatException(path, 0, "the file ends without @data: expected a header and series after it.");
    }

    private void Take(TextLine line, string[] words)
    {
        var name = words[0].ToUpperInvariant();
        name = name == "@DIMENSION" ? "@DIMENSIONS" : name;
        if (!seen.Add(name))
        {
            throw Wrong(line, $"the directive {Quote.Text(words[0])} is there already: expected each once.");
        }

        switch (name)
        {
            case "@PROBLEMNAME":
                ProblemName = string.Join(' ', words[1..]);
                break;
            case "@TIMESTAMPS" when Flag(line, words):
                throw Wrong(line, "series with time stamps are not supported: expected @timeStamps false.");
            case "@TIMESTAMPS":
                break;
            case "@MISSING":
                Missing = Flag(line, words);
                break;
            case "@UNIVARIATE":
                isUnivariate = Flag(line, words);
                SetDimensions(line, isUnivariate ? Math.Max(1, Dimensions) : Dimensions);
                break;
            case "@DIMENSIONS":
                SetDimensions(line, Number(line, words));
                break;
            case "@EQUALLENGTH":
                EqualLength = Flag(line, words);
                break;
            case "@SERIESLENGTH":
                SeriesLength = Number(line, words);
                break;
            case "@CLASSLABEL":
                Classes = Flag(line, words[..Math.Min(2, words.Length)]) ? Labels(line, words[2..]) : null;
                break;
            case "@TARGETLABEL":
                HasTarget = Flag(line, words);
                break;
            default:
                throw Wrong(line, $"there is no directive {Quote.Text(words[0])} in the format.");
        }
    }

    private void SetDimensions(TextLine line, int dimensions)
    {
        if (isUnivariate && dimensions > 1)
        {
            throw Wrong(
                line,
                Invariant($"the file says both that it is univariate and that it has {dimensions} dimensions.")
            );
        }

        Dimensions = dimensions;
    }

    private static bool Flag(TextLine line, string[] words) =>
        words.Length == 2 && bool.TryParse(words[1], out var flag)
            ? flag
            : throw Wrong(line, $"expected true or false after {words[0]}, found {After(words)}.");

    private static int Number(TextLine line, string[] words) =>
        words.Length == 2 && NumberText.TryParseDigits(words[1], out var number) && number is > 0 and <= int.MaxValue
            ? (int)number
            : throw Wrong(line, $"expected a number of at least 1 after {words[0]}, found {After(words)}.");

    private static Vocabulary Labels(TextLine line, string[] labels) =>
        labels.Length > 0 && labels.Distinct(StringComparer.Ordinal).Count() == labels.Length
            ? Vocabulary.Of(labels)
            : throw Wrong(
                line,
                $"expected the names of the classes, each once, found {Quote.Text(string.Join(' ', labels))}."
            );

    private static string After(string[] words) => Quote.Text(string.Join(' ', words[1..]));

    private static DataFormatException Wrong(TextLine line, string problem) => new(line.File, line.Line, problem);
}
