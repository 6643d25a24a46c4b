using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using RnnDsl.Benchmarks.Contenders;
using RnnDsl.Benchmarks.Memory;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Benchmarks.Commands;

/// <summary>One model for many users: predictions from many threads, and streams by themselves and as one batch.</summary>
internal static class ServeCommand
{
    private const int Calls = 200_000;
    private const int Threads = 8;
    private const int Streams = 1000;
    private const int Hidden = 256;
    private const int Input = 256;

    public static Command Create()
    {
        var command = new Command(
            "serve",
            $"Predicts one example (1, 20 and 100 steps of an LSTM of 64 units) and prints the time of a call; predicts {Calls} sequences of "
                + $"1 to 50 steps on {Threads} threads and prints wrong results, exceptions and bytes allocated a call; then the "
                + $"bytes of a stream of an LSTM of {Hidden}, and the steps a second of {Streams} streams and of Streams({Streams})."
        );
        command.SetAction(_ => Run());
        return command;
    }

    private static void Run()
    {
        foreach (var steps in new[] { 1, 20, 100 })
            TimeCall(steps);
        ManyCallers();
        ManyStreams();
    }

    private static void TimeCall(int steps)
    {
        var model = new LstmLayer(64, 64);
        var xs = Examples.Random(new(64, 1, steps, 64))[0];
        var (best, median) = StepTime.Of(x => model.Predict(x), xs);
        Print($"rnndsl serve predict lstm 64 1 {steps} 64 {best:F0} ns best, {median:F0} ns median");
    }

    private static void ManyCallers()
    {
        var model = new LstmLayer(16, 24);
        var examples = Enumerable
            .Range(0, 64)
            .Select(i => Examples.Random(new(24, 1, 1 + i * 7 % 50, 16))[0])
            .ToArray();
        var expected = examples.Select(xs => model.Predict(xs).ToArray()).ToArray();
        var (wrong, exceptions, allocated) = (0, 0, 0L);
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() => Call(thread))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Print(
            $"rnndsl serve callers {Calls} calls on {Threads} threads: {wrong} wrong, {exceptions} exceptions, {(double)allocated / Calls:F4} bytes a call"
        );

        void Call(int thread)
        {
            for (var warm = 0; warm < examples.Length; warm++)
                model.Predict(examples[warm]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = thread; i < Calls; i += Threads)
            {
                try
                {
                    var isRight = model.Predict(examples[i % 64]).Values.SequenceEqual(expected[i % 64]);
                    Interlocked.Add(ref wrong, isRight ? 0 : 1);
                }
                catch (Exception)
                {
                    Interlocked.Increment(ref exceptions);
                }
            }

            Interlocked.Add(ref allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static void ManyStreams()
    {
        var model = new LstmLayer(Input, Hidden);
        var x = Examples.Random(new(Hidden, 1, 1, Input))[0];
        model.Stream().Push(x);
        var streams = new LstmLayer.Streaming[Streams];
        var held = HeldBytes.By(() =>
        {
            for (var i = 0; i < Streams; i++)
            {
                streams[i] = model.Stream();
                streams[i].Push(x);
            }

            return streams;
        });
        Print($"rnndsl serve stream lstm {Hidden}: {held / Streams} bytes each");

        var users = model.Streams(Streams);
        var ids = Enumerable.Range(0, Streams).ToArray();
        float[] inputs = [.. Enumerable.Repeat(x, Streams).SelectMany(input => input)];
        var alone = StepsASecond(() =>
        {
            foreach (var stream in streams)
                stream.Push(x);
        });
        var together = StepsASecond(() => users.Push(ids, inputs));
        Print($"rnndsl serve {Streams} streams {alone:F0} steps a second");
        Print($"rnndsl serve Streams({Streams}) {together:F0} steps a second, {together / alone:F1} times as many");
    }

    private static double StepsASecond(Action push) => Streams / Best.Of(push) * 1000;

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
