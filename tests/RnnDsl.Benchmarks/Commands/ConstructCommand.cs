using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Cells;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>The constructor of an LSTM, which draws its initial values: four orthogonal matrices among them.</summary>
internal static class ConstructCommand
{
    public static Command Create()
    {
        var units = new Option<int[]>("--units")
        {
            Description = "Units of the LSTM.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [512, 1024, 2048],
        };
        var command = new Command(
            "construct",
            "Times the first read of an LSTM's initial values, in seconds of the wall and of all processors."
        )
        {
            units,
        };
        command.SetAction(options =>
        {
            // The first one compiles the code.
            Draw(64);
            foreach (var count in options.GetValue(units)!)
            {
                var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                Draw(count);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"rnndsl construct lstm H {count}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s, "
                            + $"{(Environment.CpuUsage.TotalTime - used).TotalSeconds:F2} s of processors"
                    )
                );
            }
        });
        return command;
    }

    private static float Draw(int units) => new Lstm<Input, Hidden>(x: units, h: units, seed: 1).Parameters["Whi"][0];
}
