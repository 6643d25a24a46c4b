namespace RnnDsl.Tests.Nets;

/// <summary>The promises that every net keeps: the same bits, no allocation, the same result alone and in a batch.</summary>
public sealed class PromiseTests
{
    private const int Steps = 6;
    private const int Features = 5;
    private const int Targets = 3;
    private const int Units = 33;

    public static TheoryData<string> Names => [.. Nets.Names];

    public static TheoryData<string> Causal => [.. Nets.Names.Except(Nets.NotCausal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_gives_the_same_bits_twice_and_on_two_threads(string name)
    {
        var once = Train(name, threads: 1);

        Assert.Equal(once, Train(name, threads: 1));
        Assert.Equal(once, Train(name, threads: 2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_has_the_same_bits_alone_and_in_a_batch(string name)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        var batch = Example.Batch(5, Steps, Features, Targets, seed: 3);

        var alone = batch.Select(example => net.Loss([example])).ToArray();

        Assert.Equal(alone.Sum() / alone.Length, net.Loss(batch), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Causal))]
    public void A_stream_gives_what_prediction_gives_for_the_steps_so_far(string name)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        net.Scramble(seed: 5);
        var example = Example.Batch(1, Steps, Features, Targets, seed: 6)[0];
        var stream = net.Stream();

        for (var round = 0; round < 2; round++)
        {
            for (var t = 0; t < Steps; t++)
            {
                var pushed = stream.Push(example.Xs.AsSpan(t * Features, Features)).ToArray();

                var soFar = net.Predict(example with { Xs = example.Xs[..((t + 1) * Features)] });
                Assert.Equal(soFar[^Targets..], pushed, (a, b) => Math.Abs(a - b) <= 1e-6);
            }
            stream.Reset();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_allocated_after_the_first_call(string name)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        var example = Example.Batch(1, Steps, Features, Targets, seed: 4)[0];
        var train = net.TrainOn(Example.Batch(9, Steps, Features, Targets, seed: 7));

        Assert.Equal(0, Allocated(() => net.PredictInPlace(example)));
        Assert.Equal(0, Allocated(train));
    }

    [Theory]
    [MemberData(nameof(Causal))]
    public void A_stream_allocates_nothing(string name)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        var example = Example.Batch(1, Steps, Features, Targets, seed: 4)[0];
        var stream = net.Stream();

        Assert.Equal(0, Allocated(() => stream.Push(example.Xs.AsSpan(0, Features))));
    }

    [Theory]
    [InlineData("TwoWays", "'backward.Scan' reads the sequence from its end")]
    [InlineData("Mirror", "reads the sequence from its end")]
    [InlineData("EncoderDecoder", "'decoder.Scan' starts from 'h', which is known only when the whole sequence")]
    [InlineData("Handover", "reads the sequence from its end")]
    public void What_needs_the_end_of_a_sequence_says_that_it_cannot_stream(string name, string reason)
    {
        var net = Nets.Make(name, Features, Units, Targets);

        var error = Assert.Throws<NotSupportedException>(net.Stream);

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private static long Allocated(Action action)
    {
        action();
        action();
        return Allocation.Of(action);
    }

    private static float[] Train(string name, int threads)
    {
        var net = Nets.Make(name, Features, Units, Targets);
        net.Threads = threads;
        for (var step = 0; step < 5; step++)
        {
            net.TrainBatch(Example.Batch(7, Steps, Features, Targets, seed: step));
        }
        return net.Parameters.Values.ToArray();
    }
}
