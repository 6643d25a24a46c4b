using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace RnnDsl.Inference;

/// <summary>The states of a stream between two steps, as an immutable copy.</summary>
public sealed class StateValues
{
    private const uint Magic = 0x534E4E52; // RNNS, little-endian
    private const int Version = 1;
    private const int HeaderBytes = 4 * sizeof(uint) + sizeof(long);
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly float[] numbers;

    internal StateValues(StateLayout layout, float[] numbers, long pushed) =>
        (Layout, this.numbers, Pushed) = (layout, numbers, pushed);

    /// <summary>The states' names and widths.</summary>
    public StateLayout Layout { get; }

    /// <summary>How many steps the stream had taken.</summary>
    public long Pushed { get; }

    /// <summary>The numbers of all states, one state after the other.</summary>
    internal ReadOnlySpan<float> Numbers => numbers;

    /// <summary>The numbers of a state.</summary>
    /// <param name="state">Its index in <see cref="Layout"/>.</param>
    public ReadOnlySpan<float> Of(int state) => numbers.AsSpan(Layout.Start(state), Layout.States[state].Width);

    /// <summary>
    /// The states as bytes for a store: a checksum, the number of steps, name and width of each state, and the numbers, all
    /// little-endian.
    /// </summary>
    public byte[] ToBytes()
    {
        var names = Layout.States.Select(static state => utf8.GetBytes(state.Name)).ToArray();
        var layout = names.Sum(static name => 2 * sizeof(int) + name.Length);
        var bytes = new byte[HeaderBytes + layout + numbers.Length * sizeof(float)];
        var rest = bytes.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(rest, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(rest[4..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(rest[12..], Pushed);
        BinaryPrimitives.WriteInt32LittleEndian(rest[20..], names.Length);
        rest = rest[HeaderBytes..];
        for (var i = 0; i < names.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, Layout.States[i].Width);
            BinaryPrimitives.WriteInt32LittleEndian(rest[4..], names[i].Length);
            names[i].CopyTo(rest[8..]);
            rest = rest[(8 + names[i].Length)..];
        }

        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteSingleLittleEndian(rest, number);
            rest = rest[sizeof(float)..];
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Checksum(bytes));
        return bytes;
    }

    /// <summary>The states that <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The exact bytes.</param>
    /// <param name="names">The names of the states, in order.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged, or belong to a model with other states.</exception>
    public static StateValues FromBytes(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string> names)
    {
        var values = Read(bytes);
        var known = values.Layout.States;
        var isSame = known.Count == names.Length;
        for (var i = 0; isSame && i < names.Length; i++)
            isSame = string.Equals(known[i].Name, names[i], StringComparison.Ordinal);
        return isSame
            ? values
            : throw new InvalidDataException(
                $"The state is that of another model: it has {values.Layout}, expected {string.Join(", ", names.ToArray())}."
            );
    }

    private static StateValues Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
            throw new InvalidDataException("These bytes are not the state of a stream.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (version != Version)
        {
            throw new InvalidDataException(
                FormattableString.Invariant(
                    $"The state of the stream has format {version}; this library reads {Version}."
                )
            );
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) != Checksum(bytes))
            throw new InvalidDataException("The state of the stream is damaged: its checksum does not fit.");
        var pushed = BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]);
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]);
        var rest = bytes[HeaderBytes..];
        // Each state takes at least two length fields, which bounds what a malicious count can allocate.
        if (pushed < 0 || count < 0 || count > rest.Length / 8)
            throw Malformed();
        var layout = ReadLayout(count, ref rest);
        if (rest.Length != (long)layout.Count * sizeof(float))
            throw Malformed();
        var numbers = new float[layout.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(rest[(i * sizeof(float))..]);
            if (!float.IsFinite(numbers[i]))
                throw new InvalidDataException("The state of the stream holds a number that is not finite.");
        }

        return new StateValues(layout, numbers, pushed);
    }

    private static StateLayout ReadLayout(int count, ref ReadOnlySpan<byte> rest)
    {
        var states = new (string Name, int Width)[count];
        long total = 0;
        for (var i = 0; i < count; i++)
        {
            if (rest.Length < 8)
                throw Malformed();
            var width = BinaryPrimitives.ReadInt32LittleEndian(rest);
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
            rest = rest[8..];
            total += width;
            if (width < 1 || length < 0 || length > rest.Length || total > rest.Length / sizeof(float))
                throw Malformed();
            try
            {
                states[i] = (utf8.GetString(rest[..length]), width);
            }
            catch (DecoderFallbackException)
            {
                throw Malformed();
            }

            rest = rest[length..];
        }

        return new StateLayout(states);
    }

    // Covers everything except the checksum itself.
    private static uint Checksum(ReadOnlySpan<byte> bytes) => Add(Add(0, bytes[..8]), bytes[12..]);

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            sum = BitOperations.Crc32C(
                sum,
                BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word)
            );
        foreach (var last in bytes[(bytes.Length / sizeof(ulong) * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, last);
        return sum;
    }

    private static InvalidDataException Malformed() => new("The state of the stream is malformed.");
}
