using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>W26: losses with sums over the steps, window by window.</summary>
public sealed class WindowSumTests
{
    private static readonly int[] ragged = [25, 1, 7, 4, 12, 3];

    public static TheoryData<LossMean, int> Cases =>
        new(
            from mean in (LossMean[])[LossMean.PerSample, LossMean.PerStep]
            from window in (int[])[1, 4, 20, 30]
            select (mean, window)
        );

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_shares_of_a_sum_add_up(LossMean mean, int window)
    {
        var samples = Examples().Select(e => new StepSumTraining.Sample(e.Xs, e.Ys)).ToArray();

        AddUp(() => new StepSumTraining(Model()), samples, mean, window);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_shares_of_sums_and_means_add_up(LossMean mean, int window)
    {
        var samples = Examples().Select((e, i) => new StepMixTraining.Sample(e.Xs, e.Ys, 0.5f + i)).ToArray();

        AddUp(() => new StepMixTraining(Model()), samples, mean, window);
    }

    [Fact]
    public void The_whole_is_that_of_the_reference_execution()
    {
        var training = new StepMixTraining(Model());
        foreach (var (example, i) in Examples().Select((e, i) => (e, i)))
        {
            var weight = 0.5f + i;
            var expected = training
                .Loss(new Seq<Features>(example.Xs, 3), new Seq<Targets>(example.Ys, 2), weight)
                .Value;

            Assert.Equal(expected, training.Evaluate([new(example.Xs, example.Ys, weight)]), 1e-4);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(20)]
    public void States_are_carried_and_the_sum_is_that_of_the_whole(int window)
    {
        SummedTraining Make() => new(new CarriedNet(features: 3, units: 4, targets: 2, seed: 1)) { Stateful = true };
        var samples = Examples().Select(e => new SummedTraining.Sample(e.Xs, e.Ys)).ToArray();
        var expected = Make().Evaluate(samples);
        var windows = Make();
        (windows.Truncate, windows.LearningRate, windows.Epochs) = (window, 1e-30f, 1);

        Assert.Equal(expected, windows.Evaluate(samples), 1e-5 * expected);
        Assert.Equal(expected, windows.TrainBatch(samples), 1e-5 * expected);
        Assert.Equal(expected, windows.Fit(samples)[0].Loss, 1e-5 * expected);
    }

    [Fact]
    public void One_window_has_the_bits_of_the_whole()
    {
        float[] Train(int? window)
        {
            var training = new StepMixTraining(Model()) { Truncate = window };
            var samples = Examples().Select((e, i) => new StepMixTraining.Sample(e.Xs, e.Ys, 0.5f + i)).ToArray();
            var loss = training.TrainBatch(samples);
            return [loss, training.TrainBatch(samples), .. training.Parameters.ToArray()];
        }

        Assert.Equal(Train(null), Train(25));
    }

    private static void AddUp<TSample>(Func<TrainingLoop<TSample>> make, TSample[] samples, LossMean mean, int window)
    {
        var whole = make();
        var expected = new GradientSum(whole.Parameters.Count);
        (whole.Truncate, whole.LossMean, whole.Optimizer) = (null, mean, expected);
        var loss = whole.Evaluate(samples);
        var windows = make();
        var sum = new GradientSum(windows.Parameters.Count);
        (windows.Truncate, windows.LossMean, windows.Optimizer, windows.Epochs) = (window, mean, sum, 1);

        Assert.Equal(loss, whole.TrainBatch(samples), 2e-6 * Math.Abs(loss));
        Assert.Equal(loss, windows.Evaluate(samples), 2e-6 * Math.Abs(loss));
        Assert.Equal(loss, windows.TrainBatch(samples), 2e-6 * Math.Abs(loss));
        Assert.NotEqual(0, expected.Gradients.Max(Math.Abs));
        var limit = 1e-6 * (1 + expected.Gradients.Max(Math.Abs));
        Assert.All(expected.Gradients.Zip(sum.Gradients), pair => Assert.Equal(pair.First, pair.Second, limit));
        windows.BatchSize = samples.Length;
        Assert.Equal(loss, windows.Fit(samples)[0].Loss, 2e-6 * Math.Abs(loss));
    }

    private static StepwiseNet Model() => new(features: 3, units: 5, targets: 2, seed: 4);

    private static Example[] Examples() => Example.Ragged(3, 2, 5, ragged);
}
