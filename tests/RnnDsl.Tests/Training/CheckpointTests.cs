using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private static readonly Point[] plane = RegressionTraining.Plane();
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private string File => Path.Combine(folder, "training.ckpt");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, int> Places
    {
        get
        {
            var places = new TheoryData<string, int>();
            foreach (var optimizer in (string[])["sgd", "momentum", "adam", "rmsprop"])
            {
                // In the middle of an epoch, at its end, in the middle of the next, at the end of all.
                foreach (var report in (int[])[1, 4, 5, 7, 20])
                {
                    places.Add(optimizer, report);
                }
            }

            return places;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void AResumedRunGivesTheSameBits(string optimizer, int report)
    {
        var whole = Create(optimizer);
        var reports = 0;
        whole.Fit(
            plane,
            plane,
            new ProgressCallback(_ =>
            {
                if (++reports == report)
                {
                    whole.SaveCheckpoint(File);
                }
            })
        );

        var resumed = Create(optimizer);
        (resumed.Seed, resumed.BatchSize, resumed.LearningRate) = (5, 3, 1f);
        resumed.LoadCheckpoint(File);
        resumed.Fit(plane, plane);

        Assert.Equal(whole.History.Select(Numbers), resumed.History.Select(Numbers));
        Assert.Equal(whole.Optimizer.Steps, resumed.Optimizer.Steps);
        Assert.Equal(whole.Values(), resumed.Values());
        Assert.Equal(whole.Best, resumed.Best);

        static (int, double, double?) Numbers(EpochResult epoch) => (epoch.Epoch, epoch.Loss, epoch.ValidationLoss);
    }

    [Fact]
    public void ALoopThatHasTrainedGoesBackToItsCheckpoint()
    {
        var training = Create("adam");
        training.SaveCheckpoint(File);
        training.Fit(plane);
        var expected = training.Values();
        training.LoadCheckpoint(File);
        Assert.Equal((0, 0, 0L), (training.Epoch, training.History.Count, training.Optimizer.Steps));
        Assert.All(training.Values(), value => Assert.Equal(0, value));
        training.Fit(plane);
        Assert.Equal(expected, training.Values());
    }

    [Fact]
    public void SavingReplacesTheFileAndLeavesNothingElse()
    {
        var training = Create("adam");
        training.SaveCheckpoint(File);
        training.TrainBatch(plane);
        training.SaveCheckpoint(File);
        Assert.Equal([File], Directory.GetFiles(folder));
        var other = Create("adam");
        other.LoadCheckpoint(File);
        Assert.Equal(training.Values(), other.Values());
    }

    [Fact]
    public void SavingWhereItCannotLeavesNothing()
    {
        Directory.CreateDirectory(File);
        Assert.ThrowsAny<Exception>(() => Create("adam").SaveCheckpoint(File));
        Assert.Empty(Directory.GetFiles(folder));
        Assert.Throws<DirectoryNotFoundException>(() => Create("adam").SaveCheckpoint(Path.Combine(folder, "no", "x")));
    }

    [Fact]
    public void EveryDamagedByteAndEveryMissingOneIsNoticed()
    {
        var training = Create("adam");
        training.TrainBatch(plane);
        training.SaveCheckpoint(File);
        var bytes = System.IO.File.ReadAllBytes(File);
        var victim = Create("adam");
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x10;
            AssertRefused(victim, damaged);
            AssertRefused(victim, bytes[..i]);
        }

        AssertRefused(victim, [.. bytes, 0]);
        Assert.All(victim.Values(), value => Assert.Equal(0, value));
        Assert.Equal(0, victim.Optimizer.Steps);
    }

    [Fact]
    public void SaysWhatIsWrongWithTheFile()
    {
        Assert.Contains("There is no checkpoint", Refusal<FileNotFoundException>(Create("adam")));
        System.IO.File.WriteAllText(File, "time,value\n0,1\n");
        Assert.Contains("training.ckpt is no checkpoint", Refusal<InvalidDataException>(Create("adam")));
        Create("adam").SaveCheckpoint(File);
        Assert.Contains(
            "holds the state of Adam (mean, square), expected that of Sgd ()",
            Refusal<InvalidDataException>(Create("sgd"))
        );
        Assert.Contains(
            "does not fit this model. Parameter 'w' is [3]; the file has [2]",
            Refusal<InvalidDataException>(new RegressionTraining(new Adam(), dims: 3))
        );
    }

    [Fact]
    public void OtherSamplesThanTheRunBeganWithAreRefused()
    {
        var training = Create("adam");
        training.Fit(plane, null, new ProgressCallback(p => SaveAt(p.Epoch == 1 && p.Batch == 3)));
        var resumed = Create("adam");
        resumed.LoadCheckpoint(File);
        var error = Assert.Throws<InvalidOperationException>(() => resumed.Fit(plane[..10]));
        Assert.Contains("stands after sample 24 of epoch 1, but there are 10", error.Message, StringComparison.Ordinal);

        void SaveAt(bool isPlace)
        {
            if (isPlace)
            {
                training.SaveCheckpoint(File);
            }
        }
    }

    private static RegressionTraining Create(string optimizer) =>
        new(
            optimizer switch
            {
                "sgd" => new Sgd(0.1f),
                "momentum" => new Sgd(0.02f, 0.9f),
                "adam" => new Adam(0.1f),
                _ => new RmsProp(0.05f),
            }
        )
        {
            Epochs = 4,
            BatchSize = 8,
            KeepBest = true,
        };

    private string Refusal<TException>(RegressionTraining training)
        where TException : Exception => Assert.Throws<TException>(() => training.LoadCheckpoint(File)).Message;

    private void AssertRefused(RegressionTraining training, byte[] content)
    {
        System.IO.File.WriteAllBytes(File, content);
        Assert.Throws<InvalidDataException>(() => training.LoadCheckpoint(File));
    }
}
