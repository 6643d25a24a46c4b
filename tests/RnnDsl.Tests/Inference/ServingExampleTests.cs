using RnnDsl.Tests.Data;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>What the README shows of serving: every way gives what the reference execution gives.</summary>
public sealed class ServingExampleTests : IDisposable
{
    private const int Features = 3;
    private const double Tolerance = 1e-5;
    private readonly TemporaryFile file = new("model.safetensors");

    public void Dispose() => file.Dispose();

    [Fact]
    public void AModelServesCallsStreamsAndManyStreams()
    {
        var trained = new LstmNet(Features, units: 8, targets: 2);
        trained.Parameters.Save(file.Path);
        var requests = Example.Ragged(Features, 2, seed: 3, 9, 4, 7, 9).Select(example => example.Xs).ToArray();
        var inputs = requests[1..].SelectMany(xs => xs[..Features]).ToArray();
        var answers = new float[requests.Length][];

        var model = LstmNet.Load(file.Path);
        Parallel.For(0, requests.Length, i => answers[i] = model.Predict(requests[i]).ToArray());

        var stream = model.Stream();
        foreach (var step in Steps(requests[0]))
        {
            stream.Push(step);
        }

        byte[] kept = stream.State.ToBytes();
        var later = model.Stream(LstmNet.StreamState.FromBytes(kept));
        var other = stream.Fork();

        using var users = model.Streams(rows: 100);
        var results = users.Push([3, 17, 42], inputs);

        for (var i = 0; i < requests.Length; i++)
        {
            AssertNear(Reference(trained, requests[i]), answers[i]);
        }

        Assert.Equal(later.Push(requests[1][..Features]).ToArray(), other.Push(requests[1][..Features]).ToArray());
        for (var i = 0; i < 3; i++)
        {
            AssertNear(Reference(trained, requests[i + 1][..Features]), results[i].ToArray());
        }
    }

    private static IEnumerable<float[]> Steps(float[] sequence) => sequence.Chunk(Features);

    private static double[] Reference(LstmNet net, float[] xs) =>
        net.Forward(new Seq<Features>(xs, Features)).ToArray();

    private static void AssertNear(double[] expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], Tolerance);
        }
    }
}
