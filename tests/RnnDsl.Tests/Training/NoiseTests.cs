using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>What training drops: something else at each step, the same again from a checkpoint, and nothing elsewhere.</summary>
public sealed class NoiseTests
{
    private const int Count = 4;

    [Fact]
    public void Each_step_drops_something_else_and_the_same_again_with_the_same_seed()
    {
        var losses = Losses(seed: 5);

        Assert.Equal(losses, Losses(seed: 5));
        Assert.NotEqual(losses, Losses(seed: 6));
        Assert.Equal(losses.Length, losses.Distinct().Count());
    }

    [Fact]
    public void Evaluation_has_no_noise_and_takes_none_from_a_step_of_training()
    {
        var training = Make(seed: 5);
        var samples = Samples();
        var expected = Examples().Average(e => training.Loss(new(e.Xs, 3), new(e.Ys.AsSpan(0, 2))).Value);

        var before = training.Evaluate(samples);
        training.Gradients(samples);

        Assert.Equal(expected, before, 1e-5);
        Assert.Equal(before, training.Evaluate(samples));
    }

    [Fact]
    public void The_noise_of_a_sample_does_not_depend_on_its_batch()
    {
        // Without a step between them, batches of one and of all drop the same of the first sample.
        var samples = Samples();
        var training = Make(seed: 5);
        training.LearningRate = 1e-30f;
        var alone = Make(seed: 5);
        alone.LearningRate = 1e-30f;
        (training.Shuffle, alone.Shuffle) = (false, false);
        (training.Epochs, alone.Epochs, training.BatchSize, alone.BatchSize) = (1, 1, Count, Count);

        var together = training.Fit(samples)[0].Loss;
        double sum = 0;
        for (var i = 0; i < Count; i++)
        {
            using var noise = Noise.Of(seed: 5, step: 0, example: i);
            var example = Examples()[i];
            sum += alone.Loss(new(example.Xs, 3), new(example.Ys.AsSpan(0, 2))).Value;
        }

        Assert.Equal(sum / Count, together, 1e-5);
    }

    [Fact]
    public void Training_from_a_checkpoint_drops_what_it_would_have_dropped()
    {
        var path = Path.GetTempFileName();
        try
        {
            var whole = Make(seed: 5);
            (whole.Epochs, whole.BatchSize) = (4, 3);
            whole.Fit(Samples());

            var first = Make(seed: 5);
            (first.Epochs, first.BatchSize) = (2, 3);
            first.Fit(Samples());
            first.SaveCheckpoint(path);
            var second = Make(seed: 9);
            second.LoadCheckpoint(path);
            second.Epochs = 4;
            second.Fit(Samples());

            Assert.Equal(whole.Parameters.Values.ToArray(), second.Parameters.Values.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_reference_execution_has_noise_only_where_it_is_turned_on()
    {
        var x = new Vec<Features>(Enumerable.Repeat(1.0, 1000).ToArray());

        Assert.Equal(x.ToArray(), Equations.Dropout(x, 0.25f).ToArray());
        Assert.All(Equations.Keep(x, 0.25f).ToArray(), kept => Assert.Equal(0.25, kept));
        using (Noise.Of(1, 2, 3))
        {
            Assert.InRange(Equations.Dropout(x, 0.25f).ToArray().Count(a => a is 0), 200, 300);
            Assert.InRange(Equations.Keep(x, 0.25f).ToArray().Count(a => a is 1), 200, 300);
        }

        Assert.Equal(x.ToArray(), Equations.Dropout(x, 0.25f).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Equations.Dropout(x, 1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => Equations.Keep(x, float.NaN));
    }

    private static float[] Losses(ulong seed)
    {
        var training = Make(seed);
        training.LearningRate = 1e-30f;
        return [.. Enumerable.Range(0, 5).Select(_ => training.TrainBatch(Samples()))];
    }

    private static NoisyTraining Make(ulong seed) =>
        new(new NoisyNet(features: 3, units: 9, targets: 2, seed: 1)) { Seed = seed };

    private static Example[] Examples() => Example.Ragged(3, 2, seed: 8, 4, 2, 7, 4);

    private static NoisyTraining.Sample[] Samples() =>
        [.. Examples().Select(e => new NoisyTraining.Sample(e.Xs, e.Ys.AsMemory(0, 2)))];
}
