using System.Globalization;
using System.Text;

namespace AddingProblem;

/// <summary>Draws curves as an SVG picture, with a title, a legend and axes.</summary>
internal static class SvgChart
{
    private const int Width = 900;
    private const int Height = 540;
    private const int Margin = 80;
    private const int Ticks = 5;

    public static void Write(TextWriter picture, IReadOnlyList<Curve> curves)
    {
        var (scale, last) = (new LogScale(curves), curves[0].Norms.Length - 1);
        var svg = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13">
              <rect width="{Width}" height="{Height}" fill="white"/>
              <text x="{Margin}" y="28" font-size="18">How far back a gradient reaches</text>
              <text x="{Width / 2}" y="{Height
                - 18}" text-anchor="middle">steps from an input to the end of the sequence</text>
              <text x="18" y="{Height / 2}" text-anchor="middle" transform="rotate(-90 18 {Height
                / 2})">norm of the loss's gradient by the input</text>

            """
        );
        for (var exponent = scale.Low; exponent <= scale.High; exponent++)
        {
            var y = Y(scale, Math.Pow(10, exponent));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <text x="{Margin - 8}" y="{y + 4:0.0}" text-anchor="end">1e{exponent}</text>
                  <line x1="{Margin}" y1="{y:0.0}" x2="{Width - Margin}" y2="{y:0.0}" stroke="lightgray"/>

                """
            );
        }

        for (var tick = 0; tick <= Ticks; tick++)
        {
            var step = last * tick / Ticks;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <text x="{X(step, last):0.0}" y="{Height - Margin + 22}" text-anchor="middle">{step}</text>

                """
            );
        }

        for (var i = 0; i < curves.Count; i++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <text x="{Margin + 150 * i}" y="56" fill="{curves[i].Color}">{curves[i].Name}</text>
                  <polyline fill="none" stroke="{curves[i].Color}" stroke-width="1.5" points="{Points(
                    scale,
                    curves[i].Norms
                )}"/>

                """
            );
        }

        picture.Write(svg.Append("</svg>\n"));
    }

    private static double X(int step, int last) => Margin + (Width - 2.0 * Margin) * step / Math.Max(last, 1);

    private static double Y(LogScale scale, double norm) => Margin + (Height - 2 * Margin) * scale.Depth(norm);

    private static string Points(LogScale scale, double[] norms) =>
        string.Join(
            ' ',
            norms.Select(
                (norm, i) =>
                    string.Create(CultureInfo.InvariantCulture, $"{X(i, norms.Length - 1):0.0},{Y(scale, norm):0.0}")
            )
        );
}
