namespace RnnDsl.Tests.Nets;

/// <summary>Batches of sequences of any lengths, in any order: each example gives its result alone.</summary>
public sealed class RaggedTests
{
    private const int Features = 5;
    private const int Targets = 3;
    private const int Units = 19;

    /// <summary>Lengths that share steps, that end one by one, that all end but one, and more rows than a tile has.</summary>
    private static readonly int[][] Lengths =
    [
        [1, 4],
        [3, 9, 1, 5, 5, 2, 8],
        [1, 1, 1, 40, 1, 1],
        [.. Enumerable.Range(0, 37).Select(i => 1 + i * 7 % 13)],
    ];

    public static TheoryData<string> Names => [.. Nets.Names];

    public static TheoryData<string, int> Batches()
    {
        var data = new TheoryData<string, int>();
        foreach (var name in Nets.Names)
        {
            for (var i = 0; i < Lengths.Length; i++)
            {
                data.Add(name, i);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void An_example_has_the_same_bits_alone_and_among_longer_and_shorter_ones(string name, int lengths)
    {
        var net = Make(name);
        var batch = Batch(lengths);

        Assert.Equal(batch.Select(net.Predict), net.PredictAll(batch));
        Assert.Equal(batch.Average(example => net.Loss([example])), net.Loss(batch), 1e-12);
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_loss_is_that_of_the_reference(string name, int lengths)
    {
        var net = Make(name);
        var batch = Batch(lengths);

        Assert.Equal(batch.Average(net.ReferenceLoss), net.Loss(batch), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_gradient_is_the_mean_of_those_alone(string name, int lengths)
    {
        // Alone, each example is the first of its batch, and would get the noise of that.
        Assert.SkipWhen(Nets.WithNoise.Contains(name), "the noise of an example belongs to its number");
        var net = Make(name);
        var batch = Batch(lengths);
        var alone = batch.Select(example => net.Gradient([example])).ToArray();

        var together = net.Gradient(batch);

        for (var i = 0; i < together.Length; i++)
        {
            Assert.Equal(alone.Average(gradient => gradient[i]), together[i], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void The_loss_of_a_training_step_is_that_of_the_reference_with_its_noise(string name, int lengths)
    {
        var net = Make(name);
        var batch = Batch(lengths);

        Assert.Equal(net.NoisyLoss(batch), net.TrainBatch(batch), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Batches))]
    public void Training_gives_the_same_bits_on_two_threads(string name, int lengths)
    {
        var batch = Batch(lengths);

        Assert.Equal(Train(name, batch, threads: 1), Train(name, batch, threads: 2));
        Assert.Equal(Train(name, batch, threads: 1), Train(name, batch, threads: 3));
    }

    /// <summary>Batches of other lengths leave other numbers in memory, which grows for some of them and moves.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_earlier_batches_left_in_memory_does_not_matter(string name)
    {
        var used = Make(name);
        foreach (var lengths in new[] { 0, 2, 1, 3, 0, 1, 3, 2 })
        {
            var batch = Batch(lengths);
            var fresh = Make(name);

            Assert.Equal(fresh.Gradient(batch), used.Gradient(batch));
            Assert.Equal(fresh.Loss(batch), used.Loss(batch));
            Assert.Equal(fresh.PredictAll(batch), used.PredictAll(batch));
        }
    }

    /// <summary>Too few rows to share out, and weights enough for two threads to share the units of each stage.</summary>
    [Theory]
    [InlineData("Lstm")]
    [InlineData("GruResetAfter")]
    [InlineData("Stack")]
    [InlineData("LastClass")]
    public void Training_gives_the_same_bits_where_threads_share_units(string name)
    {
        var batch = Example.Ragged(Features, Targets, seed: 2, 3, 9, 1, 30);

        Assert.Equal(Train(name, batch, threads: 1, units: 230), Train(name, batch, threads: 2, units: 230));
    }

    /// <summary>
    /// W0: two threads that share out the rows drift apart, hundreds of times. An operand deeper than 16, for which products of many
    /// steps are computed ahead in chunks, and lengths with which a row has another index in each chunk.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Threads_that_are_chunks_apart_write_over_nothing_of_each_other(int threads)
    {
        var net = Nets.Make("SimpleRnn", features: 32, units: 256, Targets);
        net.Scramble(seed: 1);
        net.Threads = threads;
        var batch = Example.Ragged(32, Targets, seed: 2, 60, 20, 60, 20, 60, 20, 60, 20, 60, 20, 60, 20);
        var expected = batch.Select(net.Predict).ToArray();
        var loss = net.Loss(batch);
        var gradient = net.Gradient(batch);
        var wrong = 0;

        for (var turn = 0; turn < 300; turn++)
        {
            wrong += net.PredictAll(batch).Zip(expected).All(pair => pair.First.SequenceEqual(pair.Second)) ? 0 : 1;
            if (turn % 10 == 0)
            {
                wrong += net.Loss(batch).Equals(loss) && net.Gradient(batch).SequenceEqual(gradient) ? 0 : 1;
            }
        }

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Nothing_is_allocated_when_shorter_sequences_come_in_another_order()
    {
        var net = Make("Lstm");
        var long_ = net.TrainOn(Example.Ragged(Features, Targets, 1, 3, 9, 1, 5));
        var short_ = net.TrainOn(Example.Ragged(Features, Targets, 1, 2, 8, 8));
        long_();
        short_();

        Assert.Equal(0, Allocation.Of(long_ + short_));
    }

    [Fact]
    public void An_empty_sequence_is_named()
    {
        var net = Make("Lstm");
        var batch = Example.Ragged(Features, Targets, 1, 3, 0, 2);

        var training = Assert.Throws<ArgumentException>(() => net.TrainBatch(batch));
        var prediction = Assert.Throws<ArgumentException>(() => net.PredictAll(batch));

        Assert.Contains("Example 1: 'xs' is empty", training.Message, StringComparison.Ordinal);
        Assert.Contains("Example 1: 'xs' is empty", prediction.Message, StringComparison.Ordinal);
    }

    private static Net Make(string name, int units = Units)
    {
        var net = Nets.Make(name, Features, units, Targets);
        net.Scramble(seed: 3);
        return net;
    }

    private static Example[] Batch(int lengths) => Example.Ragged(Features, Targets, seed: 11, Lengths[lengths]);

    private static float[] Train(string name, Example[] batch, int threads, int units = Units)
    {
        var net = Make(name, units);
        net.Threads = threads;
        for (var step = 0; step < 3; step++)
        {
            net.TrainBatch(batch);
        }
        return net.Parameters.Values.ToArray();
    }
}
