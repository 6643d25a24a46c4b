using RnnDsl.Tests.Nets;

namespace RnnDsl.Attacks.Threads;

/// <summary>Turns with one net, against the numbers of one thread.</summary>
internal sealed class RaggedTurns
{
    private const int Targets = 3;
    private const int Callers = 8;

    private readonly Net net;
    private readonly Example[] batch;
    private readonly float[][] predictions;
    private readonly float[] gradients;
    private readonly double loss;

    public RaggedTurns(RaggedShape shape)
    {
        net = Nets.Make(shape.Net, shape.Features, shape.Units, Targets);
        net.Scramble(seed: 1);
        batch = Example.Ragged(shape.Features, Targets, seed: 2, shape.Lengths);
        net.Threads = 1;
        // Alone, example by example: no thread and no other row is there.
        predictions = [.. batch.Select(net.Predict)];
        gradients = net.Gradient(batch);
        loss = net.Loss(batch);
    }

    /// <summary>One call, shared out over threads.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public string? OfThreads(int threads, Random random)
    {
        net.Threads = threads;
        return random.Next(3) switch
        {
            0 => Same(net.PredictAll(batch)) ? null : $"Predict on {threads} threads",
            1 => net.Gradient(batch).AsSpan().SequenceEqual(gradients) ? null : $"Gradients on {threads} threads",
            _ => net.Loss(batch).Equals(loss) ? null : $"Evaluate on {threads} threads",
        };
    }

    /// <summary>Calls of many threads at once, of one example and of many.</summary>
    /// <returns>What is wrong; null where nothing is.</returns>
    public string? OfCallers(Random random)
    {
        net.Threads = 0;
        var wrong = 0;
        var offset = random.Next(batch.Length);
        Parallel.For(
            0,
            Callers * 4,
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            call =>
            {
                var i = (call + offset) % batch.Length;
                var isRight = call % 16 == 15 ? Same(net.PredictAll(batch)) : SameOf(net.Predict(batch[i]), i);
                Interlocked.Add(ref wrong, isRight ? 0 : 1);
            }
        );
        return wrong == 0 ? null : "Predict of many callers";
    }

    private bool Same(float[][] results) => results.Select(SameOf).All(isSame => isSame);

    private bool SameOf(float[] result, int example) => result.AsSpan().SequenceEqual(predictions[example]);
}
