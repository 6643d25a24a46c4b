using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>Checkpoints between two windows that go on from each other.</summary>
public sealed class CarriedCheckpointTests : IDisposable
{
    private const int Features = 3;
    private const int Units = 5;
    private const int Targets = 2;
    private static readonly int[] ragged = [3, 19, 1, 12, 8, 4];
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(folder, "training.ckpt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // W11
    [Fact]
    public void A_stream_goes_on_from_a_checkpoint_with_the_same_bits()
    {
        var whole = Create();
        Stream(whole, 0, 3);
        whole.SaveCheckpoint(File);
        var expected = Stream(whole, 3, 6);

        var fresh = Create();
        fresh.LoadCheckpoint(File);

        Assert.Equal(expected, Stream(fresh, 3, 6));
        Assert.Equal(whole.Parameters.ToArray(), fresh.Parameters.ToArray());
    }

    // W25
    [Fact]
    public void Loops_at_different_windows_go_on_alike()
    {
        var first = Create();
        Stream(first, 0, 2);
        first.SaveCheckpoint(File);
        Stream(first, 2, 5);
        var second = Create();
        Stream(second, 0, 1);
        var third = Create();
        third.TrainWindow(Samples(7, 7), continues: false);
        var fresh = Create();

        var losses = new List<float[]>();
        foreach (var training in (CarriedTraining[])[first, second, third, fresh])
        {
            training.LoadCheckpoint(File);
            losses.Add(Stream(training, 2, 4));
        }

        Assert.All(losses, loss => Assert.Equal(losses[0], loss));
        Assert.NotEqual(losses[0][0], losses[0][1]);
    }

    // W25
    [Fact]
    public void A_checkpoint_without_a_window_before_it_ends_the_streams()
    {
        Create().SaveCheckpoint(File);
        var training = Create();
        Stream(training, 0, 2);
        training.LoadCheckpoint(File);
        var error = Assert.Throws<InvalidOperationException>(() => Stream(training, 2, 3));
        Assert.Contains("there is no window before it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void States_of_another_model_are_refused()
    {
        var training = Create();
        Stream(training, 0, 1);
        training.SaveCheckpoint(File);
        var whole = new WholeTraining(Model());
        var before = whole.Parameters.ToArray();
        var error = Assert.Throws<InvalidDataException>(() => whole.LoadCheckpoint(File));
        Assert.Contains("numbers of state a row, expected 0", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, whole.Parameters.ToArray());
    }

    /// <summary>T7, T15: reports come from within a batch, and each is a place to cancel, to save, and to go on from.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_is_interrupted_and_goes_on_within_a_batch(bool isStateful)
    {
        var whole = Create(isStateful);
        var reports = new List<TrainingProgress>();
        whole.Fit(Samples(ragged), Samples(6, 3), new ProgressCallback(reports.Add));
        var inside = Enumerable.Range(0, reports.Count).Where(i => reports[i].BatchPart > 0).ToArray();
        // Of the longest sequence, 19 steps in windows of 4, in each of two epochs.
        Assert.True(inside.Length >= 2 * 4);
        Assert.All(reports, report => Assert.InRange(report.BatchPart, 0, 0.999));

        for (var stop = 0; stop < reports.Count - 1; stop++)
        {
            var broken = Create(isStateful);
            using var source = new CancellationTokenSource();
            var seen = 0;
            var progress = new ProgressCallback(report =>
            {
                Assert.Equal(reports[seen].Loss, report.Loss);
                if (seen++ == stop)
                {
                    broken.SaveCheckpoint(File);
                    source.Cancel();
                }
            });
            Assert.Throws<OperationCanceledException>(() =>
                broken.Fit(Samples(ragged), Samples(6, 3), progress, source.Token)
            );
            Assert.Equal(stop + 1, seen);
            // What comes between overwrites the program's memory.
            broken.Evaluate(Samples(11, 2));
            broken.SaveCheckpoint(File + "2");
            Finish(broken);
            Finish(Load(File));
            Finish(Load(File + "2"));
        }

        CarriedTraining Load(string path)
        {
            var training = Create(isStateful);
            training.LoadCheckpoint(path);
            return training;
        }

        void Finish(CarriedTraining training)
        {
            training.Fit(Samples(ragged), Samples(6, 3));
            Assert.Equal(whole.Parameters.ToArray(), training.Parameters.ToArray());
            Assert.Equal(
                whole.History.Select(epoch => (epoch.Loss, epoch.ValidationLoss)),
                training.History.Select(epoch => (epoch.Loss, epoch.ValidationLoss))
            );
        }
    }

    [Fact]
    public void A_handler_measures_between_two_windows_and_changes_nothing()
    {
        var whole = Create();
        whole.Fit(Samples(ragged));
        var measured = Create();
        measured.Fit(
            Samples(ragged),
            progress: new ProgressCallback(_ =>
            {
                measured.Evaluate(Samples(11, 2, 5));
                measured.Gradients(Samples(4));
                measured.SaveCheckpoint(File);
                measured.Evaluate(Samples(9));
            })
        );
        Assert.Equal(whole.Parameters.ToArray(), measured.Parameters.ToArray());
    }

    [Fact]
    public void Other_samples_than_the_batch_began_with_are_refused()
    {
        var training = Create();
        using var source = new CancellationTokenSource();
        var cancel = new ProgressCallback(_ => source.Cancel());
        Assert.Throws<OperationCanceledException>(() => training.Fit(Samples(9, 9), null, cancel, source.Token));
        var error = Assert.Throws<InvalidOperationException>(() => training.Fit(Samples(9, 8)));
        Assert.Contains("now they have other lengths", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => training.Fit(Samples(9)));
        training.Fit(Samples(9, 9));
    }

    private static float[] Stream(CarriedTraining training, int first, int end) =>
        [
            .. Enumerable
                .Range(first, end - first)
                .Select(i =>
                    training.TrainWindow([.. Samples(24, 24, 24).Select(s => Cut(s, i * 4))], continues: i > 0)
                ),
        ];

    private static CarriedTraining Create(bool isStateful = true) =>
        new(Model())
        {
            LearningRate = 0.1f,
            BatchSize = 4,
            Epochs = 2,
            Stateful = isStateful,
        };

    private static CarriedNet Model()
    {
        var net = new CarriedNet(features: Features, units: Units, targets: Targets, seed: 4);
        net.Parameters.Set("h0", [.. Enumerable.Repeat(0.5f, Units)]);
        return net;
    }

    private static CarriedTraining.Sample[] Samples(params int[] lengths) =>
        [.. Example.Ragged(Features, Targets, 5, lengths).Select(e => new CarriedTraining.Sample(e.Xs, e.Ys))];

    private static CarriedTraining.Sample Cut(CarriedTraining.Sample sample, int first) =>
        new(sample.Xs.Slice(first * Features, 4 * Features), sample.Targets.Slice(first * Targets, 4 * Targets));
}
