using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

public sealed class FitTests
{
    private static readonly Point[] plane = RegressionTraining.Plane();

    [Fact]
    public void FindsThePlaneThatTheSamplesLieOn()
    {
        var training = new RegressionTraining { Epochs = 200, BatchSize = 8 };
        var history = training.Fit(plane, plane);
        Assert.Equal(2, training.Parameters["w"][0], 1e-4);
        Assert.Equal(-3, training.Parameters["w"][1], 1e-4);
        Assert.Equal(0.5, training.Parameters["b"][0], 1e-4);
        Assert.Equal(200, history.Count);
        Assert.InRange(training.Evaluate(plane), 0, 1e-8);
        Assert.Equal(training.Evaluate(plane), history[^1].ValidationLoss);
        Assert.InRange(history[^1].Loss, 0, 1e-8);
    }

    [Fact]
    public void EpochLossIsTheMeanOverSamplesThoughTheLastBatchIsSmaller()
    {
        // So small a rate changes nothing: the loss of the epoch is that of w = 0, b = 0, the mean of y^2.
        var training = new RegressionTraining(new Sgd(1e-30f)) { Epochs = 1, BatchSize = 8 };
        training.Program.Batches = [];
        var history = training.Fit(plane);
        Assert.Equal([8, 8, 8, 8, 1], training.Program.Batches);
        Assert.Equal(plane.Average(point => (double)point.Y * point.Y), history[0].Loss, 1e-5);
        Assert.Equal(training.Evaluate(plane), history[0].Loss, 1e-6);
        Assert.Null(history[0].ValidationLoss);
    }

    [Fact]
    public void EveryEpochTakesEachSampleOnceInAnOrderOfItsOwn()
    {
        var first = Orders(seed: 1);
        Assert.All(first, order => Assert.Equal(Enumerable.Range(0, 33), order.Order()));
        Assert.NotEqual(first[0], first[1]);
        Assert.Equal(first, Orders(seed: 1));
        Assert.NotEqual(first[0], Orders(seed: 2)[0]);
        Assert.All(Orders(seed: 1, shuffle: false), order => Assert.Equal(Enumerable.Range(0, 33), order));
    }

    [Fact]
    public void TheSameSeedGivesTheSameBitsOnAnyNumberOfThreads()
    {
        var expected = Train(1);
        Assert.Equal(expected, Train(1));
        Assert.Equal(expected, Train(2));

        static float[] Train(int threads)
        {
            var training = new RegressionTraining(new Adam(0.1f))
            {
                Epochs = 3,
                BatchSize = 8,
                Threads = threads,
            };
            training.Fit(plane);
            return training.Values();
        }
    }

    [Fact]
    public void GoesOnAfterACancellationAsIfItHadNeverStopped()
    {
        var whole = new RegressionTraining(new Adam(0.1f)) { Epochs = 3, BatchSize = 8 };
        whole.Fit(plane, plane);
        foreach (var stop in (int[])[1, 4, 5, 8])
        {
            var broken = new RegressionTraining(new Adam(0.1f)) { Epochs = 3, BatchSize = 8 };
            using var source = new CancellationTokenSource();
            var reports = 0;
            var progress = new ProgressCallback(_ =>
            {
                if (++reports == stop)
                {
                    source.Cancel();
                }
            });
            Assert.Throws<OperationCanceledException>(() => broken.Fit(plane, plane, progress, source.Token));
            Assert.Equal(stop, reports);
            var history = broken.Fit(plane, plane, null, CancellationToken.None);
            Assert.Equal(whole.Values(), broken.Values());
            Assert.Equal(
                whole.History.Select(e => (e.Loss, e.ValidationLoss)),
                history.Select(e => (e.Loss, e.ValidationLoss))
            );
        }
    }

    [Fact]
    public void ReportsEveryBatchAndEndsEachEpochAfterItsValidation()
    {
        var training = new RegressionTraining { Epochs = 2, BatchSize = 16 };
        var reports = new List<TrainingProgress>();
        training.Fit(plane, plane, new ProgressCallback(reports.Add));
        Assert.Equal([(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)], reports.Select(r => (r.Epoch, r.Batch)));
        Assert.All(reports, report => Assert.Equal((2, 3), (report.Epochs, report.Batches)));
        Assert.Equal([null, null, 0, 0, 0, 1], reports.Select(r => Index(r.ValidationLoss)));
        Assert.Equal([false, false, false, false, false, true], reports.Select(r => r.IsEnd));
        Assert.Equal(TimeSpan.Zero, reports[^1].Remaining);
        // W19: the first step says nothing about the others.
        Assert.Null(reports[0].Remaining);
        Assert.True(reports[1].Remaining > TimeSpan.Zero);

        int? Index(double? loss) =>
            loss is null ? null
            : loss == training.History[0].ValidationLoss ? 0
            : 1;
    }

    [Fact]
    public void TheInnerLoopAllocatesNothing()
    {
        var training = new RegressionTraining(new Adam())
        {
            Epochs = 3,
            BatchSize = 8,
            Schedule = (_, _) => 0.1f,
        };
        var allocated = new long[15];
        var reports = 0;
        var watch = new ProgressCallback(_ => allocated[reports++] = GC.GetAllocatedBytesForCurrentThread());
        training.Fit(plane, plane, watch);
        for (var i = 6; i < 10; i++)
        {
            // Of two epochs the less, as a collection elsewhere can show as an allocation here.
            Assert.Equal(0, Math.Min(allocated[i] - allocated[i - 1], allocated[i + 5] - allocated[i + 4]));
        }
    }

    [Fact]
    public void StopsWhenPatienceEndsAndKeepsTheBest()
    {
        // From epoch 4 on the rate is so high that the loss rises.
        var training = new RegressionTraining
        {
            Epochs = 50,
            BatchSize = 33,
            Patience = 2,
            KeepBest = true,
            Schedule = (epoch, _) => epoch < 4 ? 0.1f : 2f,
        };
        var best = Array.Empty<float>();
        var history = training.Fit(
            plane,
            plane,
            new ProgressCallback(r => best = r.Epoch == 3 ? training.Values() : best)
        );
        Assert.Equal(5, history.Count);
        Assert.Equal(3, history.Best!.Value.Epoch);
        Assert.Equal(new BestEpoch(3, history[2].ValidationLoss!.Value), training.Best);
        Assert.Equal(best, training.Values());
        Assert.Equal(history[2].ValidationLoss, training.Evaluate(plane));
    }

    [Fact]
    public void TheScheduleSeesEpochsAndStepsFromOne()
    {
        var seen = new List<(int, long)>();
        var training = new RegressionTraining { Epochs = 2, BatchSize = 20 };
        training.Schedule = (epoch, step) =>
        {
            seen.Add((epoch, step));
            return 0.5f / step;
        };
        training.Fit(plane);
        Assert.Equal([(1, 1L), (1, 2L), (2, 3L), (2, 4L)], seen);
        Assert.Equal(0.125f, training.LearningRate);
    }

    [Fact]
    public void RefusesToTrainOnNothingAndToTrainNothing()
    {
        var training = new RegressionTraining { Epochs = 1 };
        var error = Assert.Throws<ArgumentException>(() => training.Fit([]));
        Assert.Contains("at least one sample in train, got none", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "at least one sample in validation, got none",
            Assert.Throws<ArgumentException>(() => training.Fit(plane, [])).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => training.Evaluate([]));
        training.Fit(plane);
        var done = Assert.Throws<InvalidOperationException>(() => training.Fit(plane));
        Assert.Contains("This loop has done 1 epochs, and Epochs is 1", done.Message, StringComparison.Ordinal);
        training.Epochs = 2;
        Assert.Equal(2, training.Fit(plane).Count);
    }

    [Fact]
    public void NamesTheSampleByItsPlaceInTheDataSet()
    {
        var samples = RegressionTraining.Plane();
        samples[17] = new([1, 2, 3], 0);
        var training = new RegressionTraining { Epochs = 1, BatchSize = 8 };
        Assert.Contains("Sample 17:", Assert.Throws<ArgumentException>(() => training.Fit(samples)).Message);
        Assert.Contains("Sample 17:", Assert.Throws<ArgumentException>(() => training.Evaluate(samples)).Message);
    }

    private static List<int[]> Orders(ulong seed, bool shuffle = true)
    {
        var training = new RegressionTraining
        {
            Epochs = 3,
            BatchSize = 8,
            Seed = seed,
            Shuffle = shuffle,
        };
        training.Program.Loaded = [];
        training.Fit(plane);
        return [.. training.Program.Loaded.Chunk(33)];
    }
}
