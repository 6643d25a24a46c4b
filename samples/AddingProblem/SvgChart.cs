using System.Globalization;
using System.Text;

namespace AddingProblem;

/// <summary>Draws curves as an SVG picture.</summary>
internal static class SvgChart
{
    private const int Width = 900;
    private const int Height = 500;
    private const int Margin = 60;
    private const int Bottom = Height - Margin / 3;

    public static void Write(TextWriter picture, IReadOnlyList<Curve> curves)
    {
        var (scale, last) = (new LogScale(curves), curves[0].Norms.Length - 1);
        var svg = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="13">
              <rect width="{Width}" height="{Height}" fill="white"/>
              <text x="{Margin}" y="{Bottom}">norm of the loss's gradient by an input, over its distance from the end, 0 to {last} steps</text>

            """
        );
        for (var exponent = scale.Low; exponent <= scale.High; exponent++)
        {
            var y = Y(scale, Math.Pow(10, exponent));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <text x="8" y="{y + 4:0.0}">1e{exponent}</text>
                  <line x1="{Margin}" y1="{y:0.0}" x2="{Width - Margin}" y2="{y:0.0}" stroke="lightgray"/>

                """
            );
        }

        for (var i = 0; i < curves.Count; i++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"""
                  <text x="{Margin + 150 * i}" y="25" fill="{curves[i].Color}">{curves[i].Name}</text>
                  <polyline fill="none" stroke="{curves[i].Color}" stroke-width="1.5" points="{Points(
                    scale,
                    curves[i].Norms
                )}"/>

                """
            );
        }

        picture.Write(svg.Append("</svg>\n"));
    }

    private static double Y(LogScale scale, double norm) => Margin + (Height - 2 * Margin) * scale.Depth(norm);

    private static string Points(LogScale scale, double[] norms) =>
        string.Join(
            ' ',
            norms.Select(
                (norm, i) =>
                {
                    var x = Margin + (Width - 2.0 * Margin) * i / (norms.Length - 1);
                    return string.Create(CultureInfo.InvariantCulture, $"{x:0.0},{Y(scale, norm):0.0}");
                }
            )
        );
}
