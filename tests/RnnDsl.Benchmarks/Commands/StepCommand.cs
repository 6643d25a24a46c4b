using System.CommandLine;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times one step of one sequence, as a live stream takes it.</summary>
internal static class StepCommand
{
    /// <summary>Units of the cells, and elements of their inputs.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [16, 32, 64, 128];

    public static Command Create()
    {
        var cells = CellOption.Create("lstm");
        var command = new Command(
            "step",
            "Times one step of one sequence through model.Stream(), with as many elements as units: "
                + $"{string.Join(", ", Sizes)}. A line each: rnndsl CELL H 1 1 I step BEST ns MEDIAN ns."
        )
        {
            cells,
        };
        command.SetAction(options => Run(options.Values(cells, [Contender.Find("lstm")!])));
        return command;
    }

    private static void Run(IReadOnlyList<Contender> cells)
    {
        foreach (var cell in cells)
        foreach (var size in Sizes)
        {
            var push = cell.Stream(size, size);
            var x = Examples.Random(new(size, 1, 1, size))[0];
            var (best, median) = StepTime.Of(push, x);
            var point = new Point(size, 1, 1, size);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"rnndsl {cell.Name} {point} step {best:F0} ns best, {median:F0} ns median"
                )
            );
        }
    }
}
