using System.CommandLine;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Simd;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>The memory of a training whose batches grow, as sorting by length makes them.</summary>
internal static class GrowCommand
{
    private const int Rows = 32;
    private const int Words = 20_000;

    public static Command Create()
    {
        var steps = new Option<int[]>("--steps")
        {
            Description = "Steps of the batches, one after the other.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [10, 15, 20, 25, 30, 35, 40],
        };
        var command = new Command(
            "grow",
            $"Trains on batches of {Rows} texts over {Words} words whose lengths grow, and prints the memory that is held and the peak "
                + "of the process; compare it with --steps 40 40."
        )
        {
            steps,
        };
        command.SetAction(options => Run(options.GetValue(steps)!));
        return command;
    }

    private static void Run(int[] lengths)
    {
        var training = new WriterTraining(new Writer(token: Words, input: 64, hidden: 64));
        foreach (var steps in lengths)
        {
            var random = new Random(steps);
            var batch = Enumerable
                .Range(0, Rows)
                .Select(_ => new WriterTraining.Sample(Tokens(random, steps), Tokens(random, steps)))
                .ToArray();
            training.TrainBatch(batch);
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"rnndsl grow {string.Join(" ", lengths)}: {Megabytes(NativeFloats.TotalBytes)} MB held by programs, "
                    + $"{Megabytes(GC.GetTotalMemory(forceFullCollection: false))} MB on the heap, "
                    + $"{Megabytes(process.PeakWorkingSet64)} MB at most in the process"
            )
        );
    }

    private static ReadOnlyMemory<int> Tokens(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => random.Next(Words)).ToArray();

    private static long Megabytes(long bytes) => bytes / 1_000_000;
}
