using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times the first steps of training of a process that has compiled nothing yet.</summary>
internal static class ColdCommand
{
    private const string Name = "cold";
    private const int Steps = 10;

    public static Command Create()
    {
        var threads = ThreadsOption.Create();
        var cells = CellOption.Create("lstm");
        var points = PointOption.Create("64,32,100,64");
        var command = new Command(
            Name,
            "Times the first, the second and the tenth step of training, each cell at each point in a fresh process: the whole "
                + "step of a user, with its loading and its optimizer; the first compiles the code and makes its memory."
        )
        {
            threads,
            cells,
            points,
        };
        command.SetAction(options =>
            Run(
                options.GetValue(threads),
                options.Values(cells, [Contender.Find("lstm")!]),
                options.Values(points, [new(64, 32, 100, 64)])
            )
        );
        return command;
    }

    private static int Run(int threads, IReadOnlyList<Contender> cells, IReadOnlyList<Point> points)
    {
        if (cells is [var only] && points is [var at])
        {
            Time(only, at, threads);
            return 0;
        }

        // Only what comes first in a process is cold.
        return (
            from cell in cells
            from point in points
            let sizes = point.ToString().Replace(' ', ',')
            select FreshProcess.Run(Name, "--cell", cell.Name, "--point", sizes, "--threads", $"{threads}")
        ).Max();
    }

    private static void Time(Contender cell, Point point, int threads)
    {
        var step = cell.PrepareTraining(point, threads);
        var times = new double[Steps];
        for (var i = 0; i < Steps; i++)
        {
            var start = Stopwatch.GetTimestamp();
            step();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"rnndsl {cell.Name} {point} cold {times[0]:F1} ms first, {times[1]:F1} ms second, {times[^1]:F1} ms tenth"
            )
        );
    }
}
