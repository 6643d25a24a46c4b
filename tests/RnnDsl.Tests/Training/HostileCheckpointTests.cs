using System.Security.Cryptography;
using RnnDsl.RandomNumbers;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Tests.Training;

/// <summary>F1: checkpoints with a right checksum and wrong fields.</summary>
public sealed class HostileCheckpointTests : IDisposable
{
    private const int Head = sizeof(ulong) + sizeof(int);
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly byte[] content;
    private CarriedTraining victim = Create();

    public HostileCheckpointTests()
    {
        // It has all fields: the best and the last parameters, a batch that is not done, and its states.
        var training = Create();
        using var source = new CancellationTokenSource();
        var progress = new ProgressCallback(report =>
        {
            if (report is { Epoch: 3, BatchPart: > 0 })
            {
                source.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => training.Fit(Samples, Samples, progress, source.Token));
        training.SaveCheckpoint(File);
        content = System.IO.File.ReadAllBytes(File)[..^SHA256.HashSizeInBytes];
    }

    private string File => Path.Combine(folder, "training.ckpt");

    private static CarriedTraining.Sample[] Samples =>
        [.. Example.Ragged(2, 1, 5, 9, 7, 3).Select(e => new CarriedTraining.Sample(e.Xs, e.Ys))];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void It_loads_as_it_is()
    {
        Write(content);
        var training = Create();
        training.LoadCheckpoint(File);
        Assert.Equal(2, training.Epoch);
        training.Fit(Samples, Samples);
        Assert.Equal(5, training.Epoch);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_first_length_that_lies_takes_no_memory(long length)
    {
        var file = content.ToArray();
        BitConverter.TryWriteBytes(file.AsSpan(Head), length);
        Assert.True(IsRefused(file));
    }

    [Fact]
    public void Every_end_is_noticed()
    {
        for (var length = Head; length < content.Length; length += 7)
        {
            Assert.True(IsRefused(content[..length]), $"{length} bytes");
        }

        Assert.True(IsRefused([.. content, 0]));
    }

    /// <summary>For any value of a field, the checkpoint is refused without a change, or it loads and training works.</summary>
    [Fact]
    public void Every_number_may_be_any()
    {
        var random = new RandomStream(7, RandomPurpose.Shuffling, 0);
        int[] odd = [0, 1, -1, 2, int.MinValue, int.MaxValue, 1 << 24, BitConverter.SingleToInt32Bits(float.NaN)];
        var refused = 0;
        for (var at = Head; at + sizeof(int) <= content.Length; at += 1 + random.NextBelow(16))
        {
            var file = content.ToArray();
            BitConverter.TryWriteBytes(file.AsSpan(at), odd[random.NextBelow(odd.Length)]);
            refused += IsRefused(file) ? 1 : 0;
        }

        Assert.InRange(refused, 100, content.Length - 100);
    }

    private bool IsRefused(byte[] file)
    {
        Write(file);
        var before = victim.Parameters.ToArray();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            victim.LoadCheckpoint(File);
        }
        catch (InvalidDataException)
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 5_000_000);
            Assert.Equal(before, victim.Parameters.ToArray());
            Assert.Equal(
                (0, 0L, 0, 32, 1f),
                (victim.Epoch, victim.Optimizer.Steps, victim.History.Count, victim.BatchSize, victim.LearningRate)
            );
            return true;
        }

        victim.SaveCheckpoint(File);
        victim = Create();
        return false;
    }

    private void Write(byte[] file) => System.IO.File.WriteAllBytes(File, [.. file, .. SHA256.HashData(file)]);

    private static CarriedTraining Create()
    {
        var training = new CarriedTraining(new CarriedNet(features: 2, units: 3, targets: 1, seed: 4))
        {
            Optimizer = new Adam(1f),
            Epochs = 5,
            KeepBest = true,
        };
        return training;
    }
}
