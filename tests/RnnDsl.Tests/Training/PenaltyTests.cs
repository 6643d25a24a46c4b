using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>
/// A penalty is a term of each example's loss that is the same for all, so a batch has it once: the loss without it is that of
/// <see cref="CarriedTraining"/>, and its gradient is 2 * 0.125 times each matrix.
/// </summary>
public sealed class PenaltyTests
{
    private const int Features = 3;
    private const int Targets = 2;

    [Theory]
    [InlineData(new[] { 5 })]
    [InlineData(new[] { 3, 9, 1, 12, 8, 4, 2 })]
    public void A_batch_has_it_once_however_large_it_is(int[] lengths)
    {
        var (with, without) = (new DecayedTraining(Model()), new CarriedTraining(Model()));
        (with.Truncate, without.Truncate) = (null, null);
        (with.Stateful, without.Stateful) = (false, false);

        var expected = without.Gradients(Plain(lengths)).Values.ToArray();
        var actual = with.Gradients(Decayed(lengths)).Values.ToArray();

        AssertDecayed(with, expected, actual, factor: 0.25);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(12)]
    public void Each_window_has_it_and_their_mean_too(int window)
    {
        int[] lengths = [3, 9, 1, 12, 8, 4];
        var (with, without) = (new DecayedTraining(Model()), new CarriedTraining(Model()));
        (with.Truncate, without.Truncate) = (window, window);
        (with.BatchSize, without.BatchSize) = (4, 4);
        var penalty = 0.125 * Equations.L2(with.Model).Value;

        Assert.True(penalty > 0.1);
        Assert.Equal(without.Evaluate(Plain(lengths)) + penalty, with.Evaluate(Decayed(lengths)), 1e-5);
        Assert.Equal(
            without.TrainWindow(Plain(window, window), false) + penalty,
            with.TrainWindow(Decayed(window, window), false),
            1e-5
        );

        // With a rate of 1, a step is the gradient of the window.
        var start = Model().Parameters.Values.ToArray();
        var (one, other) = (without.Parameters.Values.ToArray(), with.Parameters.Values.ToArray());
        var expected = start.Zip(one, (a, b) => a - b).ToArray();
        var actual = start.Zip(other, (a, b) => a - b).ToArray();
        AssertDecayed(new DecayedTraining(Model()), expected, actual, factor: 0.25);
    }

    [Fact]
    public void The_reference_sums_the_matrices_below_a_layer()
    {
        var model = Model();
        double Sum(string prefix) =>
            model
                .Parameters.Items.Where(i => !i.IsVector && i.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Sum(i => model.Parameters[i.Name].ToArray().Sum(w => (double)w * w));

        Assert.Equal(Sum(""), Equations.L2(model).Value, 1e-9);
        Assert.Equal(Sum("low."), Equations.L2(model.low).Value, 1e-9);
        Assert.Equal(30, Equations.SumOfSquares(new Mat<Few, Few>([1.0, 2, 3, 4], 2, 2)).Value);
        Assert.Equal(14, Functions.SumOfSquares(new Vec<Few>([1.0, -2, 3])).Value);
    }

    private static void AssertDecayed(DecayedTraining training, float[] expected, float[] actual, double factor)
    {
        foreach (var item in training.Parameters.Items)
        {
            for (var i = 0; i < item.Length; i++)
            {
                var place = Net.Place(item, i);
                var decay = item.IsVector ? 0 : factor * training.Parameters.Values[place];
                Assert.Equal(expected[place] + decay, actual[place], 1e-5);
            }
        }
    }

    private static CarriedNet Model()
    {
        var model = new CarriedNet(features: Features, units: 5, targets: Targets, seed: 3);
        var random = new Random(8);
        foreach (var item in model.Parameters.Items)
        {
            for (var i = 0; i < item.Length; i++)
            {
                model.Parameters.Values[Net.Place(item, i)] = (float)(random.NextDouble() - 0.5);
            }
        }

        model.Parameters.Changed();
        return model;
    }

    private static DecayedTraining.Sample[] Decayed(params int[] lengths) =>
        [.. Example.Ragged(Features, Targets, 40, lengths).Select(e => new DecayedTraining.Sample(e.Xs, e.Ys))];

    private static CarriedTraining.Sample[] Plain(params int[] lengths) =>
        [.. Example.Ragged(Features, Targets, 40, lengths).Select(e => new CarriedTraining.Sample(e.Xs, e.Ys))];

    private readonly struct Few : IDim;
}
