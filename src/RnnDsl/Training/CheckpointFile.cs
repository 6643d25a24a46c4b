using System.Security.Cryptography;
using System.Text;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Training;

/// <summary>
/// A checkpoint as a file: a mark, the version, the fields of <see cref="Checkpoint"/>, and the SHA-256 of all that.
/// </summary>
internal static class CheckpointFile
{
    private const ulong Mark = 0x6B43_6C73_446E_6E52; // "RnnDslCk", little-endian.
    private const int Version = 1;

    public static void Write(string path, Checkpoint checkpoint) =>
        AtomicFile.Write(
            path,
            stream =>
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                writer.Write(Mark);
                writer.Write(Version);
                CheckpointFields.Write(writer, checkpoint);
                writer.Flush();
                stream.Position = 0;
                var hash = SHA256.HashData(stream);
                writer.Write(hash);
            }
        );

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no checkpoint, or a damaged one.</exception>
    public static Checkpoint Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no checkpoint {path}.", path);
        }

        using var stream = File.OpenRead(path);
        using var reader = new BinaryReader(stream);
        if (stream.Length < sizeof(ulong) + sizeof(int) || reader.ReadUInt64() != Mark)
        {
            throw new InvalidDataException($"{path} is no checkpoint: it does not begin as one.");
        }

        var version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException(
                Invariant($"{path} is a checkpoint of format {version}; this version of RnnDsl reads format {Version}.")
            );
        }

        var start = stream.Position;
        RequireIntact(stream, path);
        stream.Position = start;
        return CheckpointFields.Read(reader);
    }

    private static void RequireIntact(FileStream stream, string path)
    {
        var length = stream.Length - SHA256.HashSizeInBytes;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        stream.Position = 0;
        while (stream.Position < length)
        {
            var count = (int)Math.Min(buffer.Length, length - stream.Position);
            stream.ReadExactly(buffer, 0, count);
            hash.AppendData(buffer, 0, count);
        }

        var expected = new byte[SHA256.HashSizeInBytes];
        stream.Position = Math.Max(length, 0);
        if (
            stream.ReadAtLeast(expected, expected.Length, throwOnEndOfStream: false) < expected.Length
            || !hash.GetHashAndReset().AsSpan().SequenceEqual(expected)
        )
        {
            throw new InvalidDataException($"{path} is damaged: its content does not match its checksum.");
        }
    }
}
