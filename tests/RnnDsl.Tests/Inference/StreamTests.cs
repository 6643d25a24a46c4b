using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Inference;

/// <summary>A stream gives at each step what the reference execution gives on the sequence so far.</summary>
public sealed class StreamTests
{
    private const int Steps = 6;
    private const int Inputs = 5;
    private const int Outputs = 3;

    [Fact]
    public void A_mean_over_time_streams()
    {
        var net = new MeanNet(features: Inputs, units: 17, targets: Outputs, seed: 2);
        var stream = net.Stream();

        AssertPrefixes(x => stream.Push(x).ToArray(), xs => net.Forward(xs).ToArray());
    }

    [Fact]
    public void A_stream_that_is_reset_starts_anew()
    {
        var net = new MeanNet(features: Inputs, units: 7, targets: Outputs, seed: 2);
        var stream = net.Stream();
        float[] x = [1, 2, 3, 4, 5];
        var first = stream.Push(x).ToArray();
        var second = stream.Push(x).ToArray();

        stream.Reset();

        Assert.NotEqual(first, second);
        Assert.Equal(first, stream.Push(x).ToArray());
        Assert.Equal(second, stream.Push(x).ToArray());
    }

    [Fact]
    public void Two_streams_of_one_model_do_not_mix()
    {
        var net = new MeanNet(features: Inputs, units: 7, targets: Outputs, seed: 2);
        var (one, other) = (net.Stream(), net.Stream());
        float[] x = [1, 2, 3, 4, 5];
        var first = one.Push(x).ToArray();
        one.Push(x);

        Assert.Equal(first, other.Push(x).ToArray());
    }

    [Fact]
    public void A_step_of_the_wrong_width_is_refused_with_both_numbers()
    {
        var stream = new MeanNet(features: Inputs, units: 7, targets: Outputs).Stream();

        var e = Assert.Throws<ArgumentException>(() => stream.Push([1, 2, 3]).ToArray());
        Assert.Contains("3", e.Message, StringComparison.Ordinal);
        Assert.Contains("5", e.Message, StringComparison.Ordinal);
        Assert.Contains("xs", e.Message, StringComparison.Ordinal);
    }

    private static void AssertPrefixes(Func<float[], float[]> push, Func<Seq<Features>, double[]> reference)
    {
        var random = new Random(3);
        var numbers = Enumerable.Range(0, Steps * Inputs).Select(_ => (float)((2 * random.NextDouble()) - 1)).ToArray();
        for (var t = 0; t < Steps; t++)
        {
            var actual = push(numbers[(t * Inputs)..((t + 1) * Inputs)]);
            var expected = reference(new Seq<Features>(numbers[..((t + 1) * Inputs)], Inputs));

            Assert.Equal(Outputs, actual.Length);
            Assert.All(
                expected.Zip(actual),
                pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, Math.Abs(pair.First)))
            );
        }
    }
}
