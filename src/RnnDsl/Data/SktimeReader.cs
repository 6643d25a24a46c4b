using System.Collections;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Data;

/// <summary>
/// Reads series of one or more channels from a file in the format <c>.ts</c> of sktime, aeon and the archive at
/// timeseriesclassification.com: directives such as <c>@dimensions 12</c>, then <c>@data</c>, then a series a line, its
/// channels separated by <c>:</c>, their values by <c>,</c>, and its class last. The series need not have the same length;
/// the channels of one must. The file is read while it is enumerated, and may be compressed by gzip.
/// </summary>
public sealed class SktimeReader : IEnumerable<SktimeSample>
{
    private readonly string path;
    private readonly float? missing;

    /// <summary>Reads the header of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="missing">Replaces missing values; null makes them errors.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException"><paramref name="missing"/> is not finite.</exception>
    /// <exception cref="DataFormatException">The header is malformed, or the file is damaged.</exception>
    public SktimeReader(string path, float? missing = null)
    {
        if (missing is { } value && !float.IsFinite(value))
        {
            throw new ArgumentException(
                Invariant($"Expected a finite number for missing values, got {value}."),
                nameof(missing)
            );
        }

        (this.path, this.missing) = (path, missing);
        Header = SktimeHeader.Read(TextFile.Lines(path), path);
    }

    /// <summary>The header of the file.</summary>
    public SktimeHeader Header { get; }

    /// <summary>The series, top to bottom; each enumeration reads the file from its beginning.</summary>
    /// <exception cref="DataFormatException">
    /// A line does not fit the header: the number of channels or steps, a value that is no finite number, a class that the
    /// header does not list. Or the file is damaged.
    /// </exception>
    public IEnumerator<SktimeSample> GetEnumerator()
    {
        // Without a number in the header, the first series decides.
        var (dimensions, steps) = (Header.Dimensions, Header.SeriesLength);
        foreach (var line in TextFile.Lines(path))
        {
            if (line.Line <= Header.LastLine || line.Text.StartsWith('#'))
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(line.Text))
            {
                throw Wrong(line, "expected a series, found an empty line.");
            }

            var sample = Read(line, ref dimensions);
            if ((Header.EqualLength || Header.SeriesLength > 0) && steps > 0 && sample.Steps != steps)
            {
                throw Wrong(line, Invariant($"expected {steps} steps, as all series have, found {sample.Steps}."));
            }

            steps = sample.Steps;
            yield return sample;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SktimeSample Read(TextLine line, ref int dimensions)
    {
        var text = line.Text.AsSpan();
        var parts = text.Count(':') + 1;
        var channels = parts - (Header.HasLabel ? 1 : 0);
        dimensions = dimensions > 0 ? dimensions : channels;
        if (channels != dimensions || channels == 0)
        {
            var label = Header.HasLabel ? " and a label" : "";
            throw Wrong(
                line,
                Invariant(
                    $"expected {Math.Max(dimensions, 1)} channels{label} with a ':' between two, found {parts} parts."
                )
            );
        }

        var steps = RequireEqualSteps(line, channels);
        var values = new float[steps * channels];
        var channel = 0;
        string? name = null;
        foreach (var range in text.Split(':'))
        {
            if (channel == channels)
            {
                name = text[range].Trim().ToString();
                break;
            }

            ReadChannel(line, text[range], channel++, values, channels);
        }

        return new(values, steps, name, Class(line, name), line.File, line.Line);
    }

    // Checked before allocating: a line with many channels, the first of them long, would allocate their product.
    private static int RequireEqualSteps(TextLine line, int channels)
    {
        var text = line.Text.AsSpan();
        var (channel, expected) = (0, 0);
        foreach (var range in text.Split(':'))
        {
            if (channel == channels)
            {
                break;
            }

            var steps = text[range].Count(',') + 1;
            expected = channel == 0 ? steps : expected;
            channel++;
            if (steps != expected)
            {
                throw Wrong(
                    line,
                    Invariant($"channel {channel} has {steps} values, channel 1 has {expected}: expected as many.")
                );
            }
        }

        return expected;
    }

    private void ReadChannel(TextLine line, ReadOnlySpan<char> text, int channel, float[] values, int channels)
    {
        var step = 0;
        foreach (var range in text.Split(','))
        {
            var value = text[range].Trim();
            var number = 0f;
            if (value is "?" && missing is { } replacement)
            {
                number = replacement;
            }
            else if (!NumberText.TryParse(value, out number))
            {
                var hint = value is "?" ? " (say what is to stand for missing values)" : "";
                throw Wrong(
                    line,
                    Invariant(
                        $"channel {channel + 1}, value {step + 1}: expected a finite number, found {Quote.Text(value)}{hint}."
                    )
                );
            }

            values[step++ * channels + channel] = number;
        }
    }

    private int Class(TextLine line, string? label)
    {
        if (Header.Classes is not { } classes)
        {
            return -1;
        }

        return classes.TryFind(label, out var index)
            ? index
            : throw Wrong(line, $"expected a class of {Quote.Names(classes.Symbols)}, found {Quote.Text(label)}.");
    }

    private static DataFormatException Wrong(TextLine line, string problem) => new(line.File, line.Line, problem);
}
