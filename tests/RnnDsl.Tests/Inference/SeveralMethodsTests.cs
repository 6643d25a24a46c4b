using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>Several methods of one model share its weights and its settings; each has programs and results apart.</summary>
public sealed class SeveralMethodsTests
{
    private const int Features = 5;
    private const int Targets = 3;

    private readonly GaussianNet net = new(features: Features, units: 17, targets: Targets, seed: 4);
    private readonly Example[] examples = Example.Ragged(Features, Targets, seed: 9, 4, 1, 11, 3, 7, 2, 30, 16, 5);

    [Fact]
    public void A_result_outlives_calls_of_other_methods()
    {
        var (first, second) = (examples[0].Xs, examples[6].Xs);
        var expected = (net.Predict(first).ToArray(), Copy(net.PredictEstimate(first)), Copy(net.PredictEnd(first)));

        var predicted = net.Predict(first);
        var estimated = net.PredictEstimate(first);
        var ended = net.PredictEnd(first);
        Assert.Equal(expected, (predicted.ToArray(), Copy(estimated), Copy(ended)), Same);

        _ = net.PredictEnd(second);
        Assert.Equal(expected.Item1, predicted.ToArray());
        Assert.Equal(expected.Item2, Copy(estimated));

        static bool Same((float[], float[][], float[][]) a, (float[], float[][], float[][]) b) =>
            a.Item1.SequenceEqual(b.Item1) && Equal(a.Item2, b.Item2) && Equal(a.Item3, b.Item3);
    }

    /// <summary>
    /// Threads call all methods, of one example and of ragged batches, while another thread alternates between two versions of the
    /// parameters, sets the number of threads and frees memory. All results of a call belong to one version.
    /// </summary>
    [Fact]
    public void A_call_of_any_method_sees_one_version_whole()
    {
        var versions = new[] { 5, 6 }.Select(Version).ToArray();
        var wrong = 0;
        var calls = 0;
        var isDone = false;

        Callers.Run(
            6,
            thread =>
            {
                for (var turn = 0; thread == 0 && (turn < 400 || Volatile.Read(ref calls) < 600); turn++)
                {
                    net.Parameters.Set(versions[turn % 2].Parameters);
                    net.Threads = turn % 4;
                    if (turn % 16 == 0)
                        net.Trim();
                }

                if (thread == 0)
                    Volatile.Write(ref isDone, true);
                for (var turn = thread; thread > 0 && !Volatile.Read(ref isDone); turn++)
                {
                    Interlocked.Increment(ref calls);
                    var i = turn * 7 % examples.Length;
                    var isRight = (turn % 6) switch
                    {
                        0 => Is(v => v.Predicted[i], [net.Predict(examples[i].Xs).ToArray()]),
                        1 => Is(v => v.Estimated[i], Copy(net.PredictEstimate(examples[i].Xs))),
                        2 => Is(v => v.Ended[i], Copy(net.PredictEnd(examples[i].Xs))),
                        3 => AreAll(v => v.Predicted, [net.Predict(Inputs)]),
                        4 => AreAll(v => v.Estimated, Parts(net.PredictEstimate(Inputs))),
                        _ => AreAll(v => v.Ended, Parts(net.PredictEnd(Inputs))),
                    };
                    if (!isRight)
                        Interlocked.Increment(ref wrong);
                }
            }
        );

        Assert.Equal(0, wrong);
        return;

        bool Is(Func<Results, float[][]> of, float[][] actual) => versions.Any(v => Equal(of(v), actual));

        // By result, then by example.
        bool AreAll(Func<Results, float[][][]> of, float[][][] actual) =>
            versions.Any(v =>
                of(v)
                    .Select((parts, example) => Equal(parts, [.. actual.Select(all => all[example])]))
                    .All(isSame => isSame)
            );
    }

    private List<ReadOnlyMemory<float>> Inputs => [.. examples.Select(e => (ReadOnlyMemory<float>)e.Xs)];

    // One example at a time, by one caller.
    private Results Version(int seed)
    {
        var random = new Random(seed);
        net.Parameters.Set([.. net.Parameters.ToArray().Select(_ => (float)(random.NextDouble() - 0.5))]);
        return new(
            net.Parameters.ToArray(),
            [.. examples.Select(e => new[] { net.Predict(e.Xs).ToArray() })],
            [.. examples.Select(e => Copy(net.PredictEstimate(e.Xs)))],
            [.. examples.Select(e => Copy(net.PredictEnd(e.Xs)))]
        );
    }

    private static float[][] Copy(GaussianNet.EstimateResults results) =>
        [results.mean.ToArray(), results.scale.ToArray()];

    private static float[][] Copy(GaussianNet.EndResults results) =>
        [results.mean.ToArray(), results.total.ToArray(), results.states.ToArray()];

    private static float[][][] Parts((float[][] mean, float[][] scale) all) => [all.mean, all.scale];

    private static float[][][] Parts((float[][] mean, float[][] total, float[][] states) all) =>
        [all.mean, all.total, all.states];

    private static bool Equal(float[][] a, float[][] b) =>
        a.Zip(b, (x, y) => x.AsSpan().SequenceEqual(y)).All(isSame => isSame) && a.Length == b.Length;

    private sealed record Results(float[] Parameters, float[][][] Predicted, float[][][] Estimated, float[][][] Ended);
}
