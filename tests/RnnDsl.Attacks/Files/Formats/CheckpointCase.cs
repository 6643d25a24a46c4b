using System.Buffers.Binary;
using System.Security.Cryptography;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Tests.Nets;
using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>
/// A checkpoint of a training that was interrupted in the middle of a batch. A refused checkpoint changes nothing;
/// training must be able to resume from one that is read, and writing it again must give the same checkpoint.
/// </summary>
internal sealed class CheckpointCase : FileCase
{
    private const int Head = sizeof(ulong) + sizeof(int);
    private static readonly byte[] valid = Make();

    public override string Name => "checkpoint";

    public override string Extension => ".ckpt";

    public override bool IsCompressible => false;

    public override byte[] Valid => valid;

    public override string Goal => "training goes on";

    private static CarriedTraining.Sample[] Samples =>
        [.. Example.Ragged(2, 1, 5, 9, 7, 3).Select(e => new CarriedTraining.Sample(e.Xs, e.Ys))];

    // The checksum is right: it protects from accidents, not from attacks.
    public override byte[] Lie(Draw draw, byte[] file)
    {
        if (file.Length <= Head + SHA256.HashSizeInBytes + sizeof(long))
        {
            return file;
        }

        var content = file[..^SHA256.HashSizeInBytes];
        if (draw.Percent(70))
        {
            var place = Head + draw.Below(content.Length - Head - sizeof(long));
            var number = draw.Of(long.MinValue, -1, 0, 1, 2, 1000, int.MaxValue, 1L << 40, long.MaxValue, 0x7FC00000);
            var bytes = draw.Of(1, sizeof(int), sizeof(long));
            Span<byte> all = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(all, number);
            all[..bytes].CopyTo(content.AsSpan(place));
        }
        else
        {
            content = ByteMutations.Apply(draw, content);
        }

        return [.. content, .. SHA256.HashData(content)];
    }

    public override string Read(string path)
    {
        var training = Create();
        var before = training.Parameters.ToArray();
        try
        {
            training.LoadCheckpoint(path);
        }
        catch (InvalidDataException)
        {
            if (
                training.Parameters.ToArray().AsSpan().SequenceEqual(before)
                && training is { Epoch: 0, Optimizer.Steps: 0 }
            )
            {
                throw;
            }

            return "half of what was refused";
        }

        var again = path + ".again";
        training.SaveCheckpoint(again);
        var first = File.ReadAllBytes(again);
        var other = Create();
        other.LoadCheckpoint(again);
        other.SaveCheckpoint(again);
        return File.ReadAllBytes(again).AsSpan().SequenceEqual(first)
            ? GoOn(training)
            : "it is written otherwise than it is read";
    }

    public override string? Truth(byte[] file)
    {
        var length = file.Length - SHA256.HashSizeInBytes;
        return length < Head || !SHA256.HashData(file.AsSpan(0, length)).AsSpan().SequenceEqual(file.AsSpan(length))
                ? null
            : file.AsSpan().SequenceEqual(valid) ? Goal
            : Unknown;
    }

    // Forged fields may describe a training that is complete, that diverges, or that used other samples.
    private string GoOn(CarriedTraining training)
    {
        training.BatchSize = Math.Min(training.BatchSize, 100);
        try
        {
            training.Epochs = Math.Max(training.Epoch, 1);
            training.Fit(Samples, Samples);
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or TrainingDivergedException) { }

        return Goal;
    }

    private static byte[] Make()
    {
        var training = Create();
        using var source = new CancellationTokenSource();
        var progress = new ProgressCallback(report =>
        {
            if (report is { Epoch: 3, BatchPart: > 0 })
            {
                source.Cancel();
            }
        });
        try
        {
            training.Fit(Samples, Samples, progress, source.Token);
        }
        catch (OperationCanceledException) { }

        var path = Path.GetTempFileName();
        training.SaveCheckpoint(path);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static CarriedTraining Create() =>
        new(new CarriedNet(features: 2, units: 2, targets: 1, seed: 3)) { Epochs = 5, KeepBest = true };
}
