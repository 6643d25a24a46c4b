using System.Globalization;
using System.Text;

namespace SineForecast;

/// <summary>Draws two lines over each other as an SVG picture, with a title, axes and a legend.</summary>
internal static class SvgChart
{
    private const int Width = 1200;
    private const int Height = 460;
    private const int Left = 70;
    private const int Right = 20;
    private const int Top = 70;
    private const int Bottom = 60;
    private const int Ticks = 5;

    public static void Write(TextWriter picture, ReadOnlySpan<float> series, ReadOnlySpan<float> forecast)
    {
        float[] all = [.. series, .. forecast];
        var (low, high) = (all.Min(), all.Max());
        (low, high) = high > low ? (low, high) : (low - 1, high + 1);

        picture.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13">
                  <rect width="{Width}" height="{Height}" fill="white"/>
                  <text x="{Left}" y="28" font-size="18">Forecast of each next value of the test part</text>
                  <text x="{Left}" y="52" fill="gray">the test series</text>
                  <text x="{Left + 120}" y="52" fill="green">forecast one step ahead</text>
                {Axes(series.Length, low, high)}  <polyline fill="none" stroke="gray" points="{Points(
                    series,
                    low,
                    high
                )}"/>
                  <polyline fill="none" stroke="green" stroke-width="1.5" points="{Points(forecast, low, high)}"/>
                </svg>

                """
            )
        );
    }

    private static string Axes(int count, float low, float high)
    {
        var axes = new StringBuilder();
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var value = low + (high - low) * tick / Ticks;
            var step = (count - 1) * tick / Ticks;
            var (x, y) = (X(step, count), Y(value, low, high));
            axes.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <line x1="{Left}" y1="{y:0.0}" x2="{Width - Right}" y2="{y:0.0}" stroke="lightgray"/>
                  <text x="{Left - 8}" y="{y + 4:0.0}" text-anchor="end">{value:0.00}</text>
                  <text x="{x:0.0}" y="{Height - Bottom + 20}" text-anchor="middle">{step}</text>

                """
            );
        }

        axes.Append(
            CultureInfo.InvariantCulture,
            $"""
              <text x="{(Left + Width - Right) / 2}" y="{Height - 12}" text-anchor="middle">step of the test part</text>
              <text x="16" y="{(Top + Height - Bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 {(Top
                + Height
                - Bottom) / 2})">value</text>

            """
        );
        return axes.ToString();
    }

    private static float X(int step, int count) => Left + (Width - Left - Right) * step / Math.Max(count - 1f, 1);

    private static float Y(float value, float low, float high) =>
        Top + (Height - Top - Bottom) * (high - value) / (high - low);

    private static string Points(ReadOnlySpan<float> values, float low, float high)
    {
        var points = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            points.Append(CultureInfo.InvariantCulture, $"{X(i, values.Length):0.0},{Y(values[i], low, high):0.0} ");
        }
        return points.ToString();
    }
}
