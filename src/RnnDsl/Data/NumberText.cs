using System.Globalization;

namespace RnnDsl.Data;

/// <summary>Parses numbers as files of data write them: in ASCII, with a point, whatever the culture.</summary>
internal static class NumberText
{
    /// <summary>Parses a number such as <c>-2.5e-3</c>, with spaces around it or without; false if it is none, or not finite.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out float number) =>
        float.TryParse(WithoutNul(text), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && float.IsFinite(number);

    /// <summary>Parses a number such as <c>-2.5e-3</c>; false if it is none, or not finite.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(WithoutNul(text), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    /// <summary>Parses digits; false if there is anything else, or if they are too many.</summary>
    public static bool TryParseDigits(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(WithoutNul(text), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    // .NET accepts NULs after a number.
    private static ReadOnlySpan<char> WithoutNul(ReadOnlySpan<char> text) => text.EndsWith('\0') ? "" : text;
}
