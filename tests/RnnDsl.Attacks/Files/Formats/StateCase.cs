using System.Buffers.Binary;
using System.Text;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>The state of a stream as bytes: what is read is what is written again, bit by bit.</summary>
internal sealed class StateCase : FileCase
{
    private const int ChecksumAt = 8;

    public StateCase(Draw draw)
    {
        var stream = new LstmNet(features: 2, units: 3, targets: 1, seed: 5).Stream();
        for (var left = draw.Below(4); left > 0; left--)
        {
            stream.Push([draw.Below(100) / 50f, draw.Below(100) / 50f]);
        }

        Valid = stream.State.ToBytes();
    }

    public override string Name => "state";

    public override string Extension => ".state";

    public override bool IsCompressible => false;

    public override byte[] Valid { get; }

    public override byte[] Lie(Draw draw, byte[] file)
    {
        var lie = draw.Percent(50) ? WithNumber(draw, file) : ByteMutations.Apply(draw, file);
        if (lie.Length >= ChecksumAt + sizeof(uint))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(lie.AsSpan(ChecksumAt), Checksum(lie));
        }

        return lie;
    }

    public override string Read(string path) =>
        Convert.ToHexString(LstmNet.StreamState.FromBytes(File.ReadAllBytes(path)).ToBytes());

    public override string? Truth(byte[] file)
    {
        string[] names = ["h", "c"];
        using var reader = new BinaryReader(new MemoryStream(file), Encoding.UTF8);
        try
        {
            var isRight =
                reader.ReadUInt32() == 0x534E4E52
                && reader.ReadInt32() == 1
                && reader.ReadUInt32() == Checksum(file)
                && reader.ReadInt64() >= 0
                && reader.ReadInt32() == names.Length;
            if (!isRight)
            {
                return null;
            }

            var count = 0L;
            foreach (var name in names)
            {
                var (width, length) = (reader.ReadInt32(), reader.ReadInt32());
                if (width < 1 || length != name.Length || Encoding.UTF8.GetString(reader.ReadBytes(length)) != name)
                {
                    return null;
                }

                count += width;
            }

            for (; count > 0; count--)
            {
                if (!float.IsFinite(reader.ReadSingle()))
                {
                    return null;
                }
            }

            return reader.BaseStream.Position == file.Length ? Convert.ToHexString(file) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static byte[] WithNumber(Draw draw, byte[] file)
    {
        byte[] lie = [.. file];
        if (lie.Length >= sizeof(int))
        {
            var place = draw.Below(lie.Length - sizeof(int) + 1);
            var number = draw.Of(int.MinValue, -1, 0, 1, 2, 3, 1000, int.MaxValue / 4, int.MaxValue);
            BinaryPrimitives.WriteInt32LittleEndian(lie.AsSpan(place), number);
        }

        return lie;
    }

    /// <summary>CRC-32C of everything but the checksum, bit by bit (RFC 3720, appendix B.4).</summary>
    private static uint Checksum(byte[] file)
    {
        var sum = 0u;
        foreach (var value in file.Where(static (_, place) => place is < ChecksumAt or >= ChecksumAt + sizeof(uint)))
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0x82F63B78);
            }
        }

        return sum;
    }
}
