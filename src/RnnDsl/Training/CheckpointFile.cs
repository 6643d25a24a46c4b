using System.Security.Cryptography;
using RnnDsl.Files;
using RnnDsl.Parameters;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// A checkpoint as a file: a magic number, the version, the fields of <see cref="CheckpointWriter"/>, and the SHA-256 of everything before it.
/// </summary>
internal static class CheckpointFile
{
    private const ulong Mark = 0x6B43_6C73_446E_6E52; // "RnnDslCk", little-endian.
    private const int Version = 2;
    private const int HeadBytes = sizeof(ulong) + sizeof(int);
    private const int Block = 1 << 16;

    /// <summary>Writes the state of a loop.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ParameterStore parameters, Optimizer optimizer, TrainingState training) =>
        AtomicFile.Write(
            path,
            stream =>
            {
                Span<byte> head = stackalloc byte[HeadBytes];
                BitConverter.TryWriteBytes(head, Mark);
                BitConverter.TryWriteBytes(head[sizeof(ulong)..], Version);
                stream.Write(head);
                CheckpointWriter.Write(stream, parameters, optimizer, training);
                stream.Position = 0;
                stream.Write(SHA256.HashData(stream));
            }
        );

    /// <summary>Reads and validates a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">The model, which is not changed.</param>
    /// <param name="optimizer">The optimizer, which is not changed.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no checkpoint, a damaged one, or one of another model or optimizer.</exception>
    public static Checkpoint Read(string path, ParameterStore parameters, Optimizer optimizer)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no checkpoint {path}.", path);
        }

        using var stream = File.OpenRead(path);
        var end = stream.Length - SHA256.HashSizeInBytes;
        RequireHead(stream, path);
        RequireIntact(stream, end, path);
        stream.Position = HeadBytes;
        Checkpoint checkpoint;
        try
        {
            checkpoint = CheckpointFields.Read(new CheckpointReader(stream, end), parameters);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path} does not fit this model. {exception.Message}", exception);
        }

        var expected = OptimizerState.KindOf(optimizer);
        return string.Equals(expected, checkpoint.Optimizer.Kind, StringComparison.Ordinal)
            ? checkpoint
            : throw new InvalidDataException(
                $"{path} is of another optimizer: it holds the state of {checkpoint.Optimizer.Kind}, expected that of {expected}."
            );
    }

    private static void RequireHead(FileStream stream, string path)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        if (
            stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes
            || BitConverter.ToUInt64(head) != Mark
        )
        {
            throw new InvalidDataException($"{path} is no checkpoint: it does not begin as one.");
        }

        var version = BitConverter.ToInt32(head[sizeof(ulong)..]);
        if (version != Version)
        {
            throw new InvalidDataException(
                Invariant($"{path} is a checkpoint of format {version}; this version of RnnDsl reads format {Version}.")
            );
        }
    }

    private static void RequireIntact(FileStream stream, long end, string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Block];
        stream.Position = 0;
        while (stream.Position < end)
        {
            var count = (int)Math.Min(buffer.Length, end - stream.Position);
            stream.ReadExactly(buffer, 0, count);
            hash.AppendData(buffer, 0, count);
        }

        var expected = new byte[SHA256.HashSizeInBytes];
        if (
            end < HeadBytes
            || stream.ReadAtLeast(expected, expected.Length, throwOnEndOfStream: false) < expected.Length
            || !hash.GetHashAndReset().AsSpan().SequenceEqual(expected)
        )
        {
            throw new InvalidDataException($"{path} is damaged: its content does not match its checksum.");
        }
    }
}
