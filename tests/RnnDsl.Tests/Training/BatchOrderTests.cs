using RnnDsl.RandomNumbers;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

public sealed class BatchOrderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void EachSampleComesOnceWhateverTheSizes()
    {
        for (var count = 1; count < 60; count++)
        {
            foreach (var batchSize in (int[])[1, 2, 7, 16, 100, int.MaxValue])
            {
                foreach (var pool in (int[])[1, 2, 5, int.MaxValue])
                {
                    var order = Arrange(Lengths(count), batchSize, pool, epoch: 3);
                    Assert.Equal(Enumerable.Range(0, count), order.Order());
                }
            }
        }
    }

    [Fact]
    public void BatchesOfOnePoolShareNoLengths()
    {
        // All in one pool: but for what fills no batch, batches are stretches of the samples by length.
        var lengths = Lengths(1000);
        var order = Arrange(lengths, batchSize: 32, poolBatches: 50, epoch: 1);
        var batches = order.Select(i => lengths[i]).Chunk(32).ToArray();
        Assert.Equal(1000 % 32, batches[^1].Length);
        var sorted = batches[..^1].OrderBy(batch => batch[0]).ThenBy(batch => batch[^1]).ToArray();
        Assert.Equal(sorted.SelectMany(x => x), sorted.SelectMany(x => x).Order());
        Assert.NotEqual(sorted.Select(x => x[0]), batches[..^1].Select(x => x[0]));
    }

    [Fact]
    public void StepsThatPaddingWouldWasteAreFew()
    {
        var lengths = Lengths(5000);
        var sum = lengths.Sum();
        var shuffled = new int[lengths.Length];
        for (var i = 0; i < shuffled.Length; i++)
        {
            shuffled[i] = i;
        }

        new RandomStream(1, RandomPurpose.Shuffling).Shuffle(shuffled.AsSpan());
        var alone = Padded(shuffled) - sum;
        var pooled = Padded(Arrange(lengths, 32, 20, epoch: 1)) - sum;
        Assert.True(pooled * 5 < alone, $"{pooled} of {alone} steps are still wasted.");

        int Padded(int[] order) => order.Select(i => lengths[i]).Chunk(32).Sum(batch => batch.Length * batch.Max());
    }

    [Fact]
    public void TheLastBatchIsNotAlwaysOfTheLongest()
    {
        var lengths = Enumerable.Range(1, 10).ToArray();
        var last = Enumerable
            .Range(0, 100)
            .Select(epoch => lengths[Arrange(lengths, 3, 50, (uint)epoch)[^1]])
            .ToArray();
        // One sample is left of three full batches: before, between or behind them.
        Assert.Equal([1, 4, 7, 10], last.Distinct().Order());
        Assert.All(last.CountBy(length => length), entry => Assert.InRange(entry.Value, 10, 45));
    }

    [Fact]
    public void OrdersDifferByEpochAndSeedAndByNothingElse()
    {
        var lengths = Lengths(200);
        var expected = Arrange(lengths, 8, 5, epoch: 1);
        Assert.Equal(expected, Arrange(lengths, 8, 5, epoch: 1));
        Assert.NotEqual(expected, Arrange(lengths, 8, 5, epoch: 2));
        Assert.NotEqual(expected, Arrange(lengths, 8, 5, epoch: 1, seed: 2));
    }

    [Fact]
    public void FitTrainsInTheOrderThatItIsGiven()
    {
        var training = Create();
        training.Program.Loaded = [];
        training.Fit(RegressionTraining.Plane());
        var epochs = training.Program.Loaded.Chunk(33).ToArray();
        var lengths = RegressionTraining.Plane().Select(Length).ToArray();
        for (var epoch = 0; epoch < epochs.Length; epoch++)
        {
            Assert.Equal(Arrange(lengths, 8, 2, (uint)epoch, seed: 7), epochs[epoch]);
        }

        training.Program.Loaded = [];
        (training.Order, training.Epochs) = (null, 4);
        training.Fit(RegressionTraining.Plane());
        var shuffled = Enumerable.Range(0, 33).ToArray();
        new RandomStream(7, RandomPurpose.Shuffling, 3).Shuffle(shuffled.AsSpan());
        Assert.Equal(shuffled, training.Program.Loaded);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void AResumedRunTakesTheSamplesThatAreLeft(int report)
    {
        var path = Path.Combine(folder, "training.ckpt");
        var plane = RegressionTraining.Plane();
        var whole = Create();
        whole.Program.Loaded = [];
        var reports = 0;
        var done = 0;
        whole.Fit(
            plane,
            progress: new ProgressCallback(_ =>
            {
                if (++reports == report)
                {
                    whole.SaveCheckpoint(path);
                    done = whole.Program.Loaded.Count;
                }
            })
        );

        var resumed = Create();
        resumed.Seed = 1;
        resumed.BatchSize = 3;
        resumed.LoadCheckpoint(path);
        resumed.Program.Loaded = [];
        resumed.Fit(plane);
        Assert.Equal(whole.Program.Loaded[done..], resumed.Program.Loaded);
        Assert.Equal(whole.Values(), resumed.Values());
    }

    [Fact]
    public void AnOrderThatLeavesSamplesOutIsRefused()
    {
        var training = Create();
        training.Order = (_, _, _, order) => order[4] = 5;
        var error = Assert.Throws<InvalidOperationException>(() => training.Fit(RegressionTraining.Plane()));
        Assert.Contains("samples 0 to 32 once; in epoch 1 it gave 5, for the second time", error.Message);
        training.Order = (_, _, _, order) => order[4] = 33;
        error = Assert.Throws<InvalidOperationException>(() => training.Fit(RegressionTraining.Plane()));
        Assert.Contains("it gave 33, which does not exist", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, training.Optimizer.Steps);
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchOrder.ByLength<int>(x => x, 0));
    }

    private static RegressionTraining Create() =>
        new(new Adam(0.1f))
        {
            Epochs = 3,
            BatchSize = 8,
            Seed = 7,
            Order = BatchOrder.ByLength<Point>(Length, poolBatches: 2),
        };

    // Any number that belongs to the sample: the program knows no steps.
    private static int Length(Point point) => (int)MathF.Round(10 * (point.Y + 20));

    private static int[] Lengths(int count)
    {
        var random = new RandomStream(1, RandomPurpose.Data);
        return [.. Enumerable.Range(0, count).Select(_ => 1 + random.NextBelow(60))];
    }

    private static int[] Arrange(int[] lengths, int batchSize, int poolBatches, uint epoch, ulong seed = 1)
    {
        int[] order = [.. Enumerable.Range(0, lengths.Length)];
        var arrange = BatchOrder.ByLength<int>(length => length, poolBatches);
        arrange(lengths, batchSize, new(seed, RandomPurpose.Shuffling, epoch), order);
        return order;
    }
}
