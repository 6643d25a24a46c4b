using System.CommandLine;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times a whole training step of a model on words, with a small vocabulary and with a large one.</summary>
internal static class EmbeddingCommand
{
    private const int Small = 2_000;
    private const int Large = 200_000;
    private const int Rounds = 5;
    private static readonly Point point = new(128, 32, 50, 128);

    public static Command Create()
    {
        var threads = ThreadsOption.Create();
        var command = new Command(
            "embedding",
            "Times training steps (Adam, clipped) of an embedding, an LSTM and a classifier, with vocabularies of "
                + $"{Small} and {Large} words, of which a batch has the same number, spread over all of the vocabulary. "
                + "A line each, rnndsl embedding V H B T I step MS, and one with their ratio."
        )
        {
            threads,
        };
        command.SetAction(options => Run(options.GetValue(threads)));
        return command;
    }

    private static void Run(int threads)
    {
        var (small, large) = (Step(Small, threads), Step(Large, threads));
        var (smallTime, largeTime) = (double.MaxValue, double.MaxValue);

        // Interleaved, so that both suffer equally from other load on the machine.
        for (var round = 0; round < Rounds; round++)
        {
            smallTime = Math.Min(smallTime, Best.Of(small));
            largeTime = Math.Min(largeTime, Best.Of(large));
        }

        Print(Small, smallTime);
        Print(Large, largeTime);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"rnndsl embedding ratio {largeTime / smallTime:F3}")
        );
    }

    private static void Print(int words, double milliseconds) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"rnndsl embedding {words} {point} step {milliseconds:F4}")
        );

    private static Action Step(int words, int threads)
    {
        var (hidden, batch, steps, input) = (point.Hidden, point.Batch, point.Steps, point.Input);
        var training = new ReaderTraining(new Reader(word: words, input: input, hidden: hidden, label: 2))
        {
            Threads = threads,
        };
        var random = new Random(1);
        var samples = Enumerable
            .Range(0, batch)
            .Select(_ => new ReaderTraining.Sample(Words(random, words, steps), random.Next(2)))
            .ToArray();
        return () => training.TrainBatch(samples);
    }

    // The same draws for every vocabulary: as many different words, further apart.
    private static int[] Words(Random random, int words, int steps) =>
        [.. Enumerable.Range(0, steps).Select(_ => random.Next(Small) * (words / Small))];
}
