using System.Globalization;
using Spectre.Console;

namespace AddingProblem;

/// <summary>Draws curves in the terminal, a letter for each.</summary>
internal static class TerminalChart
{
    // About as many rows: each power of ten has the same number of them.
    private const int About = 16;

    public static void Draw(IAnsiConsole console, IReadOnlyList<Curve> curves)
    {
        var scale = new LogScale(curves);
        var steps = curves[0].Norms.Length;
        var rowsOfDecade = Math.Max(1, About / (scale.High - scale.Low));
        var height = (scale.High - scale.Low) * rowsOfDecade + 1;
        var width = Math.Min(Math.Clamp(console.Profile.Width - 8, 20, 100), steps);
        var cells = new string?[height, width];
        for (var column = 0; column < width; column++)
        {
            for (var curve = 0; curve < curves.Count; curve++)
            {
                var norm = curves[curve].Norms[column * (steps - 1) / Math.Max(width - 1, 1)];
                cells[(int)Math.Round(scale.Depth(norm) * (height - 1)), column] = Letter(curves[curve], curve);
            }
        }

        console.MarkupLine("norm of the gradient by an input, over its distance from the end");
        for (var row = 0; row < height; row++)
        {
            var exponent = (scale.High - row / rowsOfDecade).ToString(CultureInfo.InvariantCulture);
            var label = row % rowsOfDecade == 0 ? "1e" + exponent : "";
            var line = Enumerable.Range(0, width).Select(column => cells[row, column] ?? " ");
            console.MarkupLine($"{label, -7} {string.Concat(line)}");
        }

        console.MarkupLine($"{"", 8}0{(steps - 1).ToString(CultureInfo.InvariantCulture).PadLeft(width - 1)}");
        console.MarkupLine(
            $"{"", 8}{string.Join(", ", curves.Select((curve, i) => $"{Letter(curve, i)} {curve.Name}"))}"
        );
    }

    private static string Letter(Curve curve, int number) => $"[{curve.Color}]{(char)('a' + number)}[/]";
}
