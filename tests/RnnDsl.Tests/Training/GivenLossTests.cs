using RnnDsl.Data;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>Losses whose gradients the caller computes.</summary>
public sealed class GivenLossTests
{
    [Fact]
    public void Training_and_what_it_reports_are_those_of_the_same_loss_in_equations()
    {
        var equations = new WholeTraining(Model())
        {
            LearningRate = 0.5f,
            Epochs = 3,
            BatchSize = 2,
            Seed = 8,
            KeepBest = true,
        };
        var given = new GivenTraining(Model())
        {
            Epochs = 3,
            BatchSize = 2,
            Seed = 8,
            KeepBest = true,
        };
        var samples = Examples().Select(e => new WholeTraining.Sample(e.Xs, e.Ys)).ToArray();
        var live = new LiveSamples<GivenTraining.Sample>(
            samples.Length,
            i =>
            {
                var (gradient, loss) = MeanSquares(given.Model.Predict(Examples()[i].Xs), Examples()[i].Ys);
                return new(Examples()[i].Xs, gradient, loss);
            }
        );

        Assert.Equal(equations.Evaluate(samples), given.Evaluate(live), 1e-6);
        var expected = equations.Fit(samples, samples);
        var actual = given.Fit(live, live);

        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Loss, pair.Second.Loss, 1e-5));
        Assert.All(
            expected.Zip(actual),
            pair => Assert.Equal(pair.First.ValidationLoss!.Value, pair.Second.ValidationLoss!.Value, 1e-5)
        );
        Assert.Equal(equations.Best!.Value.Epoch, given.Best!.Value.Epoch);
        Assert.All(
            equations.Parameters.ToArray().Zip(given.Parameters.ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-5f)
        );
        Assert.NotEqual(expected[0].Loss, expected[^1].Loss, 1e-3);
    }

    [Fact]
    public void The_value_is_that_of_the_caller_and_the_gradient_goes_through_the_prediction()
    {
        var training = new GivenTraining(Model());
        var examples = Examples();
        var gradients = training.Gradients([
            .. examples.Select(e => new GivenTraining.Sample(e.Xs, new float[e.Ys.Length], 3)),
        ]);
        Assert.All(
            training.Parameters.Items,
            item => Assert.All(gradients[item.Name].ToArray(), g => Assert.Equal(0, g))
        );
        Assert.Equal(-7.25, training.Evaluate([new(examples[0].Xs, examples[0].Ys, -7.25f)]));
        var loss = training.Loss(new Seq<Features>(examples[0].Xs, 3), new Seq<Targets>(examples[0].Ys, 2), -7.25f);
        Assert.Equal(-7.25, loss.Value);
    }

    [Fact]
    public void Windows_have_their_shares_of_it()
    {
        StepwiseNet Steps() => new(features: 3, units: 5, targets: 2, seed: 4);
        GivenStepsTraining.Sample[] samples =
        [
            .. Examples().Select((e, i) => new GivenStepsTraining.Sample(e.Xs, e.Ys, i)),
        ];
        var (whole, windows) = (new GivenStepsTraining(Steps()), new GivenStepsTraining(Steps()));
        var (expected, actual) = (new GradientSum(whole.Parameters.Count), new GradientSum(whole.Parameters.Count));
        (whole.Truncate, whole.Optimizer, windows.Optimizer) = (null, expected, actual);

        Assert.Equal(whole.TrainBatch(samples), windows.TrainBatch(samples), 1e-6f);

        Assert.All(expected.Gradients.Zip(actual.Gradients), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.NotEqual(0, expected.Gradients.Max(Math.Abs));
    }

    [Fact]
    public void Live_samples_are_made_at_each_read()
    {
        var reads = 0;
        var live = new LiveSamples<int>(3, i => i + (10 * ++reads));

        Assert.Equal(3, live.Count);
        Assert.Equal((12, 22), (live[2], live[2]));
        Assert.Equal([30, 41, 52], live);
        Assert.Throws<ArgumentOutOfRangeException>(() => live[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => live[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiveSamples<int>(-1, i => i));
        Assert.Throws<ArgumentNullException>(() => new LiveSamples<int>(1, null!));
    }

    // The mean of the squares, and its derivatives, without the language.
    private static (float[] Gradient, float Loss) MeanSquares(ReadOnlySpan<float> said, float[] right)
    {
        var gradient = new float[right.Length];
        var sum = 0.0;
        for (var i = 0; i < right.Length; i++)
        {
            var error = (double)said[i] - right[i];
            gradient[i] = (float)(2 * error / right.Length);
            sum += error * error / right.Length;
        }

        return (gradient, (float)sum);
    }

    private static CarriedNet Model() => new(features: 3, units: 5, targets: 2, seed: 4);

    private static Example[] Examples() => Example.Ragged(3, 2, 5, 9, 1, 4, 6, 2);
}
