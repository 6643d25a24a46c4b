using System.Diagnostics;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Tests.Training;

/// <summary>T7: a pass over a batch ends between two steps of its sequences.</summary>
public sealed class CancellationTests
{
    private const int Features = 8;
    private const int Units = 64;
    private const int Targets = 2;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_batch_that_is_cancelled_takes_no_step_and_leaves_nothing(int threads)
    {
        var training = Create(threads);
        var before = training.Parameters.ToArray();
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => training.TrainBatch(Samples(20, 30), source.Token));
        Assert.Throws<OperationCanceledException>(() => training.Evaluate(Samples(20, 30), source.Token));
        Assert.Equal(before, training.Parameters.ToArray());
        Assert.Equal(0, training.Optimizer.Steps);

        var other = Create(threads);
        Assert.Equal(other.TrainBatch(Samples(20, 30)), training.TrainBatch(Samples(20, 30)));
        Assert.Equal(other.Parameters.ToArray(), training.Parameters.ToArray());
    }

    /// <summary>One sequence, so that all of its steps are one pass, and a batch of many.</summary>
    [Theory]
    [InlineData(1, 20_000, true)]
    [InlineData(1, 20_000, false)]
    [InlineData(100, 200, true)]
    [InlineData(100, 200, false)]
    public async Task A_pass_ends_long_before_its_end(int rows, int steps, bool trains)
    {
        var training = Create(threads: 1);
        var samples = Samples([.. Enumerable.Repeat(steps, rows)]);
        Run(training, samples, trains, CancellationToken.None);
        var clock = Stopwatch.StartNew();
        Run(training, samples, trains, CancellationToken.None);
        var whole = clock.Elapsed;

        // Once in a while the machine is busy with something else just then.
        var shortest = TimeSpan.MaxValue;
        for (var turn = 0; turn < 20 && shortest > whole / 2; turn++)
        {
            using var source = new CancellationTokenSource();
            var started = Stopwatch.GetTimestamp();
            var pass = Task.Run(() => Run(training, samples, trains, source.Token));
            await Task.Delay(whole / 10);
            source.Cancel();
            await pass.ContinueWith(static _ => { }, TaskScheduler.Default);
            if (pass.Exception?.InnerException is OperationCanceledException)
            {
                shortest = TimeSpan.FromTicks(Math.Min(shortest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            }
        }

        Assert.InRange(shortest, TimeSpan.Zero, whole / 2);
    }

    /// <summary>T7: the validation of Fit too, after which it goes on with the same bits.</summary>
    [Fact]
    public void Validation_is_cancelled_and_made_up_for()
    {
        var whole = Create(threads: 1);
        whole.Fit(Samples(5, 6), Samples(7, 8, 9));
        var training = Create(threads: 1);
        using var source = new CancellationTokenSource();
        var watched = new Watched<WholeTraining.Sample>(Samples(7, 8, 9), source);

        Assert.Throws<OperationCanceledException>(() =>
            training.Fit(Samples(5, 6), watched, cancellation: source.Token)
        );

        Assert.Equal((0, 1L), (training.Epoch, training.Optimizer.Steps));
        training.Fit(Samples(5, 6), Samples(7, 8, 9));
        Assert.Equal(whole.History.Select(e => e.ValidationLoss), training.History.Select(e => e.ValidationLoss));
        Assert.Equal(whole.Parameters.ToArray(), training.Parameters.ToArray());
    }

    /// <summary>T7: where windows carry states, evaluation and training end between two of them, and not behind the last.</summary>
    [Fact]
    public void One_long_text_ends_between_two_windows()
    {
        var training = new CarriedTraining(new CarriedNet(features: Features, units: 16, targets: Targets, seed: 4));
        CarriedTraining.Sample[] text = [.. Samples(1000).Select(s => new CarriedTraining.Sample(s.Xs, s.Targets))];
        var expected = training.Evaluate(text);
        using var source = new CancellationTokenSource();
        // It cancels when the batch is already being made, so that only windows are left to end it.
        var watched = new Watched<CarriedTraining.Sample>(text, source);
        Assert.Throws<OperationCanceledException>(() => training.Evaluate(watched, source.Token));
        Assert.Equal(expected, training.Evaluate(text));

        using var other = new CancellationTokenSource();
        var train = new Watched<CarriedTraining.Sample>(text, other);
        Assert.Throws<OperationCanceledException>(() => training.Fit(train, cancellation: other.Token));
        Assert.Equal(0, training.Optimizer.Steps);
    }

    private static void Run(
        WholeTraining training,
        WholeTraining.Sample[] samples,
        bool trains,
        CancellationToken cancellation
    )
    {
        training.BatchSize = samples.Length;
        if (trains)
        {
            training.TrainBatch(samples, cancellation);
        }
        else
        {
            training.Evaluate(samples, cancellation);
        }
    }

    private static WholeTraining Create(int threads) =>
        new(new CarriedNet(features: Features, units: Units, targets: Targets, seed: 4))
        {
            LearningRate = 0.01f,
            Threads = threads,
            Epochs = 2,
        };

    private static WholeTraining.Sample[] Samples(params int[] lengths) =>
        [.. Example.Ragged(Features, Targets, 5, lengths).Select(e => new WholeTraining.Sample(e.Xs, e.Ys))];

    /// <summary>Cancels when its last sample is asked for.</summary>
    private sealed class Watched<TSample>(TSample[] samples, CancellationTokenSource source)
        : List<TSample>(samples),
            IReadOnlyList<TSample>
    {
        TSample IReadOnlyList<TSample>.this[int index]
        {
            get
            {
                if (index == Count - 1)
                {
                    source.Cancel();
                }

                return this[index];
            }
        }
    }
}
