using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>Numbers of a loss that change between steps.</summary>
public sealed class SettingTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_loss_is_that_of_the_reference_execution_for_any_numbers()
    {
        var training = Annealed();
        var sample = Samples()[0];
        foreach (var (temperature, beta) in ((float, float)[])[(2, 0.75f), (0.5f, 0), (-3, 1e3f), (1, -0.25f)])
        {
            (training.Temperature, training.Beta, training.Unread) = (temperature, beta, beta);

            var expected = training
                .Loss(new Seq<Features>(sample.Xs.ToArray(), 3), new Seq<Targets>(sample.Targets.ToArray(), 2))
                .Value;

            Assert.Equal(expected, training.Evaluate([sample]), 1e-5 * (1 + Math.Abs(expected)));
        }
    }

    [Fact]
    public void Steps_are_those_of_constants()
    {
        var annealed = Annealed();
        var constant = new UnchangedTraining(Model()) { LossMean = LossMean.PerStep };
        Assert.Equal(LossMean.PerStep, annealed.LossMean);
        for (var step = 0; step < 4; step++)
        {
            UnchangedTraining.Sample[] same = [.. Samples().Select(s => new UnchangedTraining.Sample(s.Xs, s.Targets))];
            Assert.Equal(constant.TrainBatch(same), annealed.TrainBatch(Samples()), 1e-6f);
        }

        Assert.All(
            constant.Parameters.ToArray().Zip(annealed.Parameters.ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-6f)
        );
    }

    [Fact]
    public void A_change_takes_effect_at_the_next_step_and_on_any_number_of_threads()
    {
        float[] Train(int threads)
        {
            var training = Annealed();
            training.Threads = threads;
            var losses = new List<float>();
            for (var step = 0; step < 4; step++)
            {
                training.Beta = step;
                losses.Add(training.TrainBatch(Samples()));
            }

            return [.. losses, .. training.Parameters.ToArray()];
        }

        Assert.Equal(Train(1), Train(2));
        var fixedBeta = Annealed();
        Assert.NotEqual(Train(1)[1], (fixedBeta.TrainBatch(Samples()), fixedBeta.TrainBatch(Samples())).Item2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void A_resumed_run_has_the_same_bits(int? window)
    {
        float[] Train(int stopAt)
        {
            var training = Annealed();
            var steps = 0;
            for (var run = 0; run < 2; run++)
            {
                (training.Epochs, training.Truncate) = (3, window);
                using var stop = new CancellationTokenSource();
                var anneal = new ProgressCallback(_ =>
                {
                    // What a schedule of the user's reads is its own number.
                    training.Beta = 0.9f * training.Beta + 0.01f;
                    if (++steps == stopAt)
                    {
                        training.SaveCheckpoint(path);
                        stop.Cancel();
                    }
                });
                try
                {
                    training.Fit(Samples(), progress: anneal, cancellation: stop.Token);
                    return
                    [
                        training.Beta,
                        .. training.Parameters.ToArray(),
                        .. training.History.Select(e => (float)e.Loss),
                    ];
                }
                catch (OperationCanceledException)
                {
                    training = Annealed();
                    training.LoadCheckpoint(path);
                }
            }

            throw new InvalidOperationException("It was cancelled twice.");
        }

        var expected = Train(stopAt: -1);
        for (var stop = 1; stop < 6; stop++)
        {
            Assert.Equal(expected, Train(stop));
        }
    }

    [Fact]
    public void A_checkpoint_of_other_settings_is_refused_and_changes_nothing()
    {
        new UnchangedTraining(Model()).SaveCheckpoint(path);
        var training = Annealed();
        training.Beta = 0.5f;

        var error = Assert.Throws<InvalidDataException>(() => training.LoadCheckpoint(path));

        Assert.Contains(
            "no settings, expected the settings 'Temperature', 'Unread', 'Beta'",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(0.5f, training.Beta);
        training.SaveCheckpoint(path);
        Assert.Throws<InvalidDataException>(() => new UnchangedTraining(Model()).LoadCheckpoint(path));
        var other = Annealed();
        other.LoadCheckpoint(path);
        Assert.Equal(0.5f, other.Beta);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_named(float number)
    {
        var training = Annealed();
        training.Beta = number;
        var before = training.Parameters.ToArray();

        var error = Assert.Throws<InvalidOperationException>(() => training.TrainBatch(Samples()));

        Assert.Contains("The setting 'Beta' is ", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, training.Parameters.ToArray());
    }

    private static AnnealedTraining Annealed() => new(Model());

    private static CarriedNet Model() => new(features: 3, units: 5, targets: 2, seed: 4);

    private static AnnealedTraining.Sample[] Samples() =>
        [.. Example.Ragged(3, 2, 5, 9, 1, 4, 6, 2).Select(e => new AnnealedTraining.Sample(e.Xs, e.Ys))];
}
