using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

/// <summary>The parameters after Fit, whatever ends it: the best of this Fit, with their loss.</summary>
public sealed class FitEndTests
{
    private static readonly Point[] plane = RegressionTraining.Plane();

    /// <summary>The same with targets that are far away, so that their losses are larger from the first epoch to the last.</summary>
    private static readonly Point[] far = [.. plane.Select(point => point with { Y = 100 + point.X[0] })];

    // W7
    [Fact]
    public void A_second_Fit_has_a_best_and_a_patience_of_its_own()
    {
        var training = Create(epochs: 5);
        training.Fit(plane, plane);
        Assert.True(training.Best!.Value.Loss < 1);

        (training.Epochs, training.Patience) = (15, 3);
        training.Fit(far, far);

        Assert.Equal(15, training.Epoch);
        Assert.InRange(training.Best!.Value.Epoch, 6, 15);
        Assert.Equal(training.History.Skip(5).Min(epoch => epoch.ValidationLoss), training.Evaluate(far));
    }

    // W8
    [Fact]
    public void Without_validation_what_is_kept_has_the_loss_that_it_is_kept_for()
    {
        // One batch an epoch: the loss of epoch 7 is that of before its step, the best, and its step is far too long.
        var training = Create(epochs: 9);
        training.BatchSize = plane.Length;
        training.Schedule = (epoch, _) => epoch < 7 ? 0.2f : 30f;
        var after = new List<float[]>();

        training.Fit(plane, progress: new ProgressCallback(_ => after.Add(training.Values())));

        Assert.Equal(7, training.History.Best!.Value.Epoch);
        Assert.Equal(6, training.Best!.Value.Epoch);
        Assert.Equal(after[5], training.Values());
        Assert.Equal(training.Evaluate(plane), training.Best.Value.Loss);
    }

    // W9
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cancelled_it_leaves_the_best_and_goes_on_from_the_last(bool hasValidation)
    {
        var validation = hasValidation ? plane : null;
        var whole = Create(epochs: 12, rateOfLast: 1.2f);
        whole.Fit(plane, validation);
        var broken = Create(epochs: 12, rateOfLast: 1.2f);
        var best = Array.Empty<float>();
        using var source = new CancellationTokenSource();
        var progress = new ProgressCallback(report =>
        {
            best = report is { Epoch: 4, IsEpochEnd: true } ? broken.Values() : best;
            if (report is { Epoch: 8, Batch: 2 })
            {
                source.Cancel();
            }
        });

        Assert.Throws<OperationCanceledException>(() => broken.Fit(plane, validation, progress, source.Token));

        Assert.Equal(4, broken.Best!.Value.Epoch);
        Assert.Equal(best, broken.Values());
        Assert.Equal(broken.Best.Value.Loss, broken.Evaluate(plane));
        broken.Fit(plane, validation);
        Assert.Equal(
            whole.History.Select(epoch => (epoch.Loss, epoch.ValidationLoss)),
            broken.History.Select(epoch => (epoch.Loss, epoch.ValidationLoss))
        );
        Assert.Equal(whole.Values(), broken.Values());
    }

    // W9
    [Fact]
    public void Cancelled_saved_and_loaded_it_goes_on_from_the_last_too()
    {
        var path = Path.GetTempFileName();
        try
        {
            var whole = Create(epochs: 12, rateOfLast: 1.2f);
            whole.Fit(plane, plane);
            var broken = Create(epochs: 12, rateOfLast: 1.2f);
            using var source = new CancellationTokenSource();
            var progress = new ProgressCallback(report =>
            {
                if (report is { Epoch: 8, Batch: 2 })
                {
                    source.Cancel();
                }
            });
            Assert.Throws<OperationCanceledException>(() => broken.Fit(plane, plane, progress, source.Token));
            broken.SaveCheckpoint(path);

            var loaded = Create(epochs: 12, rateOfLast: 1.2f);
            loaded.LoadCheckpoint(path);
            Assert.Equal(broken.Values(), loaded.Values());
            Assert.Equal(loaded.Best!.Value.Loss, loaded.Evaluate(plane));
            loaded.Fit(plane, plane);
            Assert.Equal(whole.Values(), loaded.Values());
            Assert.Equal(whole.History[^1].ValidationLoss, loaded.History[^1].ValidationLoss);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // W9
    [Fact]
    public void Parameters_that_are_changed_after_a_cancellation_are_what_it_goes_on_from()
    {
        var training = Create(epochs: 3);
        using var source = new CancellationTokenSource();
        var cancel = new ProgressCallback(report => source.CancelAfterEpoch(report, 2));
        Assert.Throws<OperationCanceledException>(() => training.Fit(plane, plane, cancel, source.Token));
        training.Parameters.Set("b", [50]);
        var seen = 0f;
        training.Fit(plane, plane, new ProgressCallback(_ => seen = Math.Max(seen, training.Parameters["b"][0])));
        Assert.InRange(seen, 10, 50);
    }

    // W9
    [Fact]
    public void Diverged_it_leaves_the_best_and_says_so()
    {
        var training = Create(epochs: 40, rateOfLast: 30);
        var best = Array.Empty<float>();
        var keep = new ProgressCallback(report => best = report.Epoch == 4 ? training.Values() : best);

        var error = Assert.Throws<TrainingDivergedException>(() => training.Fit(plane, plane, keep));

        Assert.Equal(best, training.Values());
        Assert.Equal(training.Best!.Value.Loss, training.Evaluate(plane));
        Assert.Contains("The parameters are those after epoch 4, the best.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("before this step", error.Message, StringComparison.Ordinal);

        // It goes on from the best, not from what has diverged.
        training.Schedule = (_, _) => 0.1f;
        training.Fit(plane, plane);
        Assert.Equal(40, training.Epoch);
        Assert.InRange(training.Evaluate(plane), 0, 1e-3);
    }

    // W9
    [Fact]
    public void A_handler_that_throws_ends_it_with_the_best_too()
    {
        var training = Create(epochs: 12, rateOfLast: 1.2f);
        Assert.Throws<TimeoutException>(() =>
            training.Fit(plane, plane, new ProgressCallback(report => ThrowAt(report.Epoch == 9)))
        );
        Assert.Equal(4, training.Best!.Value.Epoch);
        Assert.Equal(training.Best.Value.Loss, training.Evaluate(plane));

        static void ThrowAt(bool isPlace)
        {
            if (isPlace)
            {
                throw new TimeoutException();
            }
        }
    }

    // W10
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(5, 6)]
    public void Patience_ends_after_as_many_epochs_that_are_no_better(int patience, int epochs)
    {
        var training = new RegressionTraining(new Sgd(0.01f)) { Epochs = 50, Patience = patience };
        // It learns the plane, and so the loss on targets that are the other way round only grows.
        Point[] opposite = [.. plane.Select(point => point with { Y = -point.Y })];
        var history = training.Fit(plane, opposite);
        Assert.Equal(history.OrderBy(epoch => epoch.ValidationLoss), history);
        Assert.Equal(epochs, history.Count);
    }

    // W22
    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public void A_checkpoint_of_the_last_report_has_the_best_and_nothing_left_to_do(int? patience)
    {
        var path = Path.GetTempFileName();
        try
        {
            var training = Create(epochs: 8, rateOfLast: 1.2f);
            training.Patience = patience;
            training.Fit(
                plane,
                plane,
                new ProgressCallback(report =>
                {
                    if (report.IsEnd)
                    {
                        training.SaveCheckpoint(path);
                    }
                })
            );
            Assert.Equal(patience is null ? 8 : 6, training.Epoch);

            var loaded = Create(epochs: 8, rateOfLast: 1.2f);
            loaded.Patience = patience;
            loaded.LoadCheckpoint(path);
            Assert.Equal(training.Values(), loaded.Values());
            Assert.Equal(training.Best!.Value.Loss, loaded.Evaluate(plane));
            Assert.Same(loaded.History, loaded.Fit(plane, plane));
            Assert.Equal(training.Epoch, loaded.Epoch);
            Assert.Equal(training.Values(), loaded.Values());
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>It gets better for 4 epochs, and then worse.</summary>
    private static RegressionTraining Create(int epochs, float rateOfLast = 0.1f) =>
        new()
        {
            Epochs = epochs,
            BatchSize = 8,
            KeepBest = true,
            Schedule = (epoch, _) => epoch <= 4 ? 0.1f : rateOfLast,
        };
}
