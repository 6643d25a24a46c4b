using System.CommandLine;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Timing;
using RnnDsl.Training;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times a whole training step on sequences that differ in length, and on as many steps in sequences that do not.</summary>
internal static class RaggedCommand
{
    private const int Shortest = 5;
    private const int Longest = 60;
    private const int Rounds = 5;

    // The steps of an equal batch are the mean of the lengths, rounded: the two batches differ by less than 2% of the work.
    private static readonly Point point = new(Hidden: 128, Batch: 32, Steps: (Shortest + Longest) / 2, Input: 128);

    public static Command Create()
    {
        var threads = ThreadsOption.Create();
        var command = new Command(
            "ragged",
            $"Times training steps (Adam) of a batch of {point.Batch} sequences of {Shortest} to {Longest} steps, and of a batch in "
                + $"which each has {point.Steps}, for an LSTM and a bidirectional one. A line each, "
                + "rnndsl ragged CELL H B T I step MS, and one with their ratio: the time of a sequence's step in the first, "
                + "over that in the second."
        )
        {
            threads,
        };
        command.SetAction(options => Run(options.GetValue(threads)));
        return command;
    }

    private static void Run(int threads)
    {
        var (hidden, input) = (point.Hidden, point.Input);
        Compare<LstmTraining.Sample>("lstm", () => new LstmTraining(new(input, hidden)), xs => new(xs), threads);
        Compare<BidirectionalLstmTraining.Sample>(
            "bilstm",
            () => new BidirectionalLstmTraining(new(input, hidden)),
            xs => new(xs),
            threads
        );
    }

    private static void Compare<TSample>(
        string cell,
        Func<TrainingLoop<TSample>> create,
        Func<ReadOnlyMemory<float>, TSample> sample,
        int threads
    )
    {
        var lengths = Lengths();
        var ragged = Step(create(), sample, lengths, threads);
        var equal = Step(create(), sample, [.. Enumerable.Repeat(point.Steps, point.Batch)], threads);
        var (raggedTime, equalTime) = (double.MaxValue, double.MaxValue);

        // Interleaved, so that both suffer equally from other load on the machine.
        for (var round = 0; round < Rounds; round++)
        {
            raggedTime = Math.Min(raggedTime, Best.Of(ragged));
            equalTime = Math.Min(equalTime, Best.Of(equal));
        }

        Print(cell, $"{Shortest}-{Longest}", raggedTime);
        Print(cell, $"{point.Steps}", equalTime);
        var ratio = raggedTime / lengths.Sum() / (equalTime / (point.Batch * point.Steps));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rnndsl ragged {cell} ratio {ratio:F3}"));
    }

    private static void Print(string cell, string steps, double milliseconds) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"rnndsl ragged {cell} {point.Hidden} {point.Batch} {steps} {point.Input} step {milliseconds:F4}"
            )
        );

    private static Action Step<TSample>(
        TrainingLoop<TSample> training,
        Func<ReadOnlyMemory<float>, TSample> sample,
        int[] lengths,
        int threads
    )
    {
        training.Threads = threads;
        // Steps too small to change a weight: every run does the same work on the same numbers.
        training.LearningRate = 1e-20f;
        var numbers = Examples.Random(point with { Steps = lengths.Max() });
        var batch = numbers.Select((xs, row) => sample(xs.AsMemory(0, lengths[row] * point.Input))).ToArray();
        return () => training.TrainBatch(batch);
    }

    // Evenly from the shortest to the longest, in an order that says nothing.
    private static int[] Lengths()
    {
        var lengths = Enumerable
            .Range(0, point.Batch)
            .Select(row => Shortest + (Longest - Shortest) * row / (point.Batch - 1))
            .ToArray();
        new Random(1).Shuffle(lengths);
        return lengths;
    }
}
