using System.CommandLine;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>Times a whole training step of a model on words, of all its parameters and of its head alone.</summary>
internal static class FrozenCommand
{
    private const int Words = 2_000;
    private const int Rounds = 5;
    private static readonly Point point = new(256, 32, 50, 256);

    public static Command Create()
    {
        var threads = ThreadsOption.Create();
        var command = new Command(
            "frozen",
            "Times training steps (Adam, clipped) of an embedding, an LSTM and a classifier: of all parameters, and of the classifier "
                + "alone, the others frozen. A line each, rnndsl frozen WHAT H B T I step MS, and one with their ratio."
        )
        {
            threads,
        };
        command.SetAction(options => Run(options.GetValue(threads)));
        return command;
    }

    private static void Run(int threads)
    {
        var (all, head) = (All(threads), Head(threads));
        var (allTime, headTime) = (double.MaxValue, double.MaxValue);

        // Interleaved, so that both suffer equally from other load on the machine.
        for (var round = 0; round < Rounds; round++)
        {
            allTime = Math.Min(allTime, Best.Of(all));
            headTime = Math.Min(headTime, Best.Of(head));
        }

        Print("all", allTime);
        Print("head", headTime);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rnndsl frozen ratio {allTime / headTime:F3}"));
    }

    private static void Print(string what, double milliseconds) =>
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"rnndsl frozen {what} {point} step {milliseconds:F4}")
        );

    private static Action All(int threads)
    {
        var (word, input, hidden) = (Words, point.Input, point.Hidden);
        var training = new ReaderTraining(new(word, input, hidden, label: 2)) { Threads = threads };
        ReaderTraining.Sample[] samples = [.. Texts().Select(text => new ReaderTraining.Sample(text, text[0] % 2))];
        return () => training.TrainBatch(samples);
    }

    private static Action Head(int threads)
    {
        var (word, input, hidden) = (Words, point.Input, point.Hidden);
        var training = new HeadReaderTraining(new(word, input, hidden, label: 2)) { Threads = threads };
        HeadReaderTraining.Sample[] samples =
        [
            .. Texts().Select(text => new HeadReaderTraining.Sample(text, text[0] % 2)),
        ];
        return () => training.TrainBatch(samples);
    }

    private static IEnumerable<int[]> Texts()
    {
        var random = new Random(1);
        return Enumerable
            .Range(0, point.Batch)
            .Select(_ => Enumerable.Range(0, point.Steps).Select(_ => random.Next(Words)).ToArray());
    }
}
