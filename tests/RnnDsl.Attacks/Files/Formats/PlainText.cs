using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>Reads text as the documentation says, the simplest way.</summary>
internal static partial class PlainText
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without a byte order mark; null where a byte is NUL or not UTF-8.</summary>
    public static string? Of(byte[] file)
    {
        try
        {
            var text = utf8.GetString(file);
            return text.Contains('\0', StringComparison.Ordinal) ? null
                : text.StartsWith('\uFEFF') ? text[1..]
                : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The lines of a text, which end with LF or CR LF; null where it is none.</summary>
    public static string[]? Lines(byte[] file)
    {
        if (Of(file) is not { } text)
        {
            return null;
        }

        var lines = text.Split('\n');
        // The last has no end: what is there has no more carriage return to lose.
        return
        [
            .. lines[..^1].Select(static line => line.EndsWith('\r') ? line[..^1] : line),
            .. lines[^1].Length > 0 ? [lines[^1]] : Array.Empty<string>(),
        ];
    }

    /// <summary>A finite number with a point, such as <c>-1.5e3</c>; null for anything else.</summary>
    public static float? Number(string text)
    {
        var number = NumberForm().IsMatch(text) ? (float)double.Parse(text, CultureInfo.InvariantCulture) : float.NaN;
        return float.IsFinite(number) ? number : null;
    }

    /// <summary>The same in double precision.</summary>
    public static double? Double(string text)
    {
        var number = NumberForm().IsMatch(text) ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;
        return double.IsFinite(number) ? number : null;
    }

    /// <summary>Joins fields to one text, unambiguously.</summary>
    public static string Join(IEnumerable<string> fields) => JsonSerializer.Serialize(fields);

    /// <summary>Numbers with every bit; of two numbers that are half a unit of the last place apart, the text is the same.</summary>
    public static string Join(IEnumerable<float> numbers) =>
        string.Join(' ', numbers.Select(static number => number.ToString("R", CultureInfo.InvariantCulture)));

    [GeneratedRegex(
        @"\A[\t-\r ]*[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?[\t-\r ]*\z",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex NumberForm();
}
