using System.Globalization;
using System.Text;
using Spectre.Console;

namespace SineForecast;

/// <summary>Draws two lines over each other in Braille letters, each of which has 2 x 4 dots.</summary>
internal static class TerminalChart
{
    private const int Height = 12;

    // The bit of a dot in a Braille letter, by row and column.
    private static readonly byte[,] Dots =
    {
        { 0x01, 0x08 },
        { 0x02, 0x10 },
        { 0x04, 0x20 },
        { 0x40, 0x80 },
    };

    public static void Draw(IAnsiConsole console, ReadOnlySpan<float> series, ReadOnlySpan<float> forecast)
    {
        var width = Math.Clamp(console.Profile.Width - 8, 20, 120);
        var (low, high) = Range(series, forecast);
        var below = Plot(series, width, low, high);
        var above = Plot(forecast, width, low, high);

        for (var row = 0; row < Height; row++)
        {
            var label =
                row is 0 ? high
                : row is Height - 1 ? low
                : (float?)null;
            var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{label, 6:0.00} ");
            for (var column = 0; column < width; column++)
            {
                var (under, over) = (below[row, column], above[row, column]);
                var letter = (char)(0x2800 + (under | over));
                line.Append(
                    over != 0 ? $"[green]{letter}[/]"
                    : under != 0 ? $"[grey]{letter}[/]"
                    : " "
                );
            }
            console.MarkupLine(line.ToString());
        }
        console.MarkupLine("       [grey]the test series[/], [green]forecast one step ahead[/]");
    }

    private static byte[,] Plot(ReadOnlySpan<float> values, int width, float low, float high)
    {
        var letters = new byte[Height, width];
        var last = RowOf(values[0]);
        for (var x = 0; x < 2 * width; x++)
        {
            // From dot to dot, so that a steep line has no holes.
            var row = RowOf(values[(int)((long)x * (values.Length - 1) / (2 * width - 1))]);
            for (var y = Math.Min(row, last); y <= Math.Max(row, last); y++)
            {
                letters[y / 4, x / 2] |= Dots[y % 4, x % 2];
            }
            last = row;
        }
        return letters;

        int RowOf(float value) => (int)Math.Round((high - value) / (high - low) * (4 * Height - 1));
    }

    private static (float Low, float High) Range(ReadOnlySpan<float> series, ReadOnlySpan<float> forecast)
    {
        var (low, high) = (float.MaxValue, float.MinValue);
        foreach (var values in (ReadOnlySpan<float>)[.. series, .. forecast])
        {
            (low, high) = (Math.Min(low, values), Math.Max(high, values));
        }
        return high > low ? (low, high) : (low - 1, high + 1);
    }
}
