using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>T10: the mean over samples, or over all of their steps.</summary>
public sealed class LossMeanTests
{
    private const int Features = 3;
    private const int Targets = 2;
    private static readonly int[] ragged = [1, 9, 4, 4, 6];

    [Fact]
    public void The_mean_over_steps_is_that_of_the_case()
    {
        // Lengths 1 and 9, whose losses have the mean 1.1337, and over the ten steps 1.1303.
        Point[] samples = [new([0, 0], MathF.Sqrt(1.13795f), Steps: 1), new([0, 0], MathF.Sqrt(1.12945f), Steps: 9)];
        var training = new RegressionTraining();
        Assert.Equal(1.1337, training.Evaluate(samples), 1e-6);
        training.LossMean = LossMean.PerStep;
        Assert.Equal(1.1303, training.Evaluate(samples), 1e-6);
        training.BatchSize = 1;
        Assert.Equal(1.1303, training.Evaluate(samples), 1e-6);
    }

    [Fact]
    public void Loss_and_gradients_of_a_batch_weigh_samples_with_their_steps()
    {
        var training = Whole();
        var losses = Samples(ragged).Select(sample => training.Evaluate([sample])).ToArray();
        var gradients = Samples(ragged).Select(sample => Gradients(training, [sample])).ToArray();
        var steps = ragged.Sum();

        training.LossMean = LossMean.PerStep;

        var loss = losses.Zip(ragged, (value, length) => value * length / steps).Sum();
        Assert.Equal(loss, training.Evaluate(Samples(ragged)), 1e-6);
        var actual = Gradients(training, Samples(ragged));
        for (var i = 0; i < actual.Length; i++)
        {
            var expected = gradients.Zip(ragged, (values, length) => (double)values[i] * length / steps).Sum();
            Assert.Equal(expected, actual[i], 1e-6);
        }

        Assert.NotEqual(losses.Average(), loss, 1e-3);
        Assert.Equal(loss, training.TrainBatch(Samples(ragged)), 1e-6);
    }

    [Fact]
    public void Windows_have_the_same_mean()
    {
        var whole = Whole();
        var windows = new CarriedTraining(Model()) { LossMean = LossMean.PerStep };
        whole.LossMean = LossMean.PerStep;
        var samples = Samples(ragged).Select(s => new CarriedTraining.Sample(s.Xs, s.Targets)).ToArray();
        foreach (var size in (int[])[1, 2, 5])
        {
            (whole.BatchSize, windows.BatchSize) = (size, size);
            Assert.Equal(whole.Evaluate(Samples(ragged)), windows.Evaluate(samples), 1e-6);
        }

        // No step is long enough to change anything: what windows and batches return is the loss of before.
        windows.LearningRate = 1e-30f;
        windows.Epochs = 1;
        var expected = whole.Evaluate(Samples(ragged));
        Assert.Equal(expected, windows.TrainBatch(samples), 1e-6);
        Assert.Equal(expected, windows.Fit(samples)[0].Loss, 1e-6);
    }

    [Fact]
    public void Sequences_of_one_length_have_the_same_bits_either_way()
    {
        var (samples, steps) = (Whole(), Whole());
        steps.LossMean = LossMean.PerStep;
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(samples.TrainBatch(Samples(8, 8, 8, 8)), steps.TrainBatch(Samples(8, 8, 8, 8)));
        }

        Assert.Equal(samples.Parameters.ToArray(), steps.Parameters.ToArray());
    }

    private static float[] Gradients(WholeTraining training, WholeTraining.Sample[] batch)
    {
        var gradients = training.Gradients(batch);
        return [.. training.Parameters.Items.SelectMany(item => gradients[item.Name].ToArray())];
    }

    private static WholeTraining Whole() => new(Model());

    private static CarriedNet Model() => new(features: Features, units: 5, targets: Targets, seed: 4);

    private static WholeTraining.Sample[] Samples(params int[] lengths) =>
        [.. Example.Ragged(Features, Targets, 5, lengths).Select(e => new WholeTraining.Sample(e.Xs, e.Ys))];
}
