using System.Globalization;
using System.Text;

namespace SineForecast;

/// <summary>Draws two lines over each other as an SVG picture.</summary>
internal static class SvgChart
{
    private const int Width = 1200;
    private const int Height = 400;
    private const int Margin = 40;

    public static void Write(TextWriter picture, ReadOnlySpan<float> series, ReadOnlySpan<float> forecast)
    {
        float[] all = [.. series, .. forecast];
        var (low, high) = (all.Min(), all.Max());
        (low, high) = high > low ? (low, high) : (low - 1, high + 1);

        var svg = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13">
              <rect width="{Width}" height="{Height}" fill="white"/>
              <text x="4" y="{Margin + 4}">{high:0.00}</text>
              <text x="4" y="{Height - Margin + 4}">{low:0.00}</text>
              <text x="{Margin}" y="20" fill="gray">the test series</text>
              <text x="{Margin + 120}" y="20" fill="green">forecast one step ahead</text>
              <polyline fill="none" stroke="gray" points="{Points(series, low, high)}"/>
              <polyline fill="none" stroke="green" stroke-width="1.5" points="{Points(forecast, low, high)}"/>
            </svg>

            """
        );
        picture.Write(svg);
    }

    private static string Points(ReadOnlySpan<float> values, float low, float high)
    {
        var points = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            var x = Margin + (Width - 2 * Margin) * i / Math.Max(values.Length - 1f, 1);
            var y = Margin + (Height - 2 * Margin) * (high - values[i]) / (high - low);
            points.Append(CultureInfo.InvariantCulture, $"{x:0.0},{y:0.0} ");
        }
        return points.ToString();
    }
}
