using System.Globalization;

namespace RnnDsl.Generator.Text;

/// <summary>Numbers as text that gives the same number back, on every machine.</summary>
internal static class NumberText
{
    public static string Print(double number)
    {
        // "R" is shorter, but loses a bit now and then on .NET Framework, where an editor may run the generator.
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return Parse(text) is { } back && back.Equals(number)
            ? text
            : number.ToString("G17", CultureInfo.InvariantCulture);
    }

    public static string Print(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? ParseInt(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
