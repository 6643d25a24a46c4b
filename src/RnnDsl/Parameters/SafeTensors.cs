using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>
/// The file format of parameters: safetensors, which other frameworks read and write. Eight bytes hold the length of the
/// header, little-endian; the header is JSON, <c>{"rnn.Wxh": {"dtype": "F32", "shape": [50, 1], "data_offsets": [0, 200]}}</c>;
/// the numbers follow it, row by row, the offsets counted in bytes from there. They are read and written in blocks, so that no
/// array of bytes limits how many there are.
/// </summary>
internal static partial class SafeTensors
{
    /// <summary>The length of a header, the format's own limit.</summary>
    public const int MaxHeaderBytes = 100_000_000;

    private const int LengthBytes = 8;
    private const int FirstChunk = 1 << 16;

    /// <summary>Writes parameters.</summary>
    /// <param name="stream">The destination.</param>
    /// <param name="store">The parameters.</param>
    /// <param name="metadata">Texts to keep with them; null for none.</param>
    /// <param name="block">The maximum count of numbers to write at once.</param>
    /// <exception cref="ArgumentException">The metadata are too long for the format, or not valid UTF-16.</exception>
    public static void Write(
        Stream stream,
        ParameterStore store,
        IReadOnlyDictionary<string, string>? metadata,
        int block = NumberBlocks.Block
    )
    {
        var header = SafeTensorsHeaderText.Write(store.Items, metadata);
        var length = new byte[LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var item in store.Items)
        {
            if (item.Stride == item.Columns)
            {
                NumberBlocks.Write(stream, store[item.Name], block);
                continue;
            }

            for (var row = 0; row < item.Rows; row++)
            {
                NumberBlocks.Write(stream, store.Row(item.Name, row), block);
            }
        }
    }

    /// <summary>Reads the numbers of all parameters, each row by row without padding, and checks everything.</summary>
    /// <param name="stream">The source.</param>
    /// <param name="items">The parameters.</param>
    /// <param name="block">The maximum count of numbers to read at once.</param>
    /// <exception cref="InvalidDataException">The file is malformed, or not of this model.</exception>
    public static (float[][] Numbers, Dictionary<string, string> Metadata) Read(
        Stream stream,
        IReadOnlyList<ParameterInfo> items,
        int block = NumberBlocks.Block
    )
    {
        var known = items.Select(static item => item.Name).ToHashSet(StringComparer.Ordinal);
        var header = ReadHeader(stream, known);
        var order = SafeTensorsLayout.OrderOf(header, items);
        var size = SafeTensorsLayout.BytesOf(items);
        var rest = Rest(stream);
        if (rest < size)
        {
            throw TooShort("all of its numbers", size, rest.Value);
        }

        if (rest > size)
        {
            throw TooLong(size);
        }

        var numbers = new float[items.Count][];
        foreach (var i in order)
        {
            numbers[i] = ReadNumbers(stream, items[i], block);
            RequireSetting(items[i], numbers[i][0]);
        }

        if (stream.ReadByte() >= 0)
        {
            throw TooLong(size);
        }

        return (numbers, header.Metadata);
    }

    /// <summary>Reads one number, and nothing else behind the header.</summary>
    /// <param name="stream">The source, which can seek.</param>
    /// <param name="name">The tensor of one number.</param>
    /// <exception cref="InvalidDataException">The header is malformed, or has no such number.</exception>
    public static float ReadNumber(Stream stream, string name)
    {
        var item = new ParameterInfo(name, Rows: 1, Columns: 1, IsVector: true);
        var header = ReadHeader(stream, new HashSet<string>(StringComparer.Ordinal) { name });
        if (!header.Tensors.TryGetValue(name, out var tensor) || tensor.Type != "F32" || !tensor.Fits(item))
        {
            throw new InvalidDataException($"The file is that of another model: it has no number '{name}'.");
        }

        if (tensor.First < 0 || tensor.First > Rest(stream) - sizeof(float))
        {
            throw TooShort($"the number '{name}'", sizeof(float), 0);
        }

        stream.Seek(tensor.First, SeekOrigin.Current);
        return ReadNumbers(stream, item, block: 1)[0];
    }

    /// <summary>Reads the metadata, and nothing that follows the header.</summary>
    /// <exception cref="InvalidDataException">The header is malformed.</exception>
    public static Dictionary<string, string> ReadMetadata(Stream stream) =>
        ReadHeader(stream, FrozenSet<string>.Empty).Metadata;

    /// <summary>Reads the shape of each tensor, and nothing that follows the header.</summary>
    /// <exception cref="InvalidDataException">The header is malformed.</exception>
    public static IReadOnlyDictionary<string, TensorEntry> ReadShapes(Stream stream) =>
        ReadHeader(stream, known: null).Tensors;

    private static SafeTensorsHeader ReadHeader(Stream stream, IReadOnlySet<string>? known)
    {
        var length = new byte[LengthBytes];
        var read = stream.ReadAtLeast(length, LengthBytes, throwOnEndOfStream: false);
        if (read < LengthBytes)
        {
            throw TooShort("the header's length", LengthBytes, read);
        }

        var headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(length);
        if (headerBytes is 0 or > MaxHeaderBytes)
        {
            throw new InvalidDataException(
                $"This is not a file of parameters: its header would be {headerBytes} bytes long."
            );
        }

        return SafeTensorsHeader.Parse(ReadBytes(stream, (int)headerBytes, "the header"), known);
    }

    /// <summary>Reads bytes of which the file says how many there are, which need not be true.</summary>
    private static byte[] ReadBytes(Stream stream, int count, string what)
    {
        var rest = Rest(stream);
        if (rest < count)
        {
            throw TooShort(what, count, rest.Value);
        }

        // A stream that does not know its length gets memory for what it has given.
        var bytes = new byte[rest is null ? Math.Min(count, FirstChunk) : count];
        var read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                throw TooShort(what, count, read);
            }

            if (read == count)
            {
                return bytes;
            }

            Array.Resize(ref bytes, (int)Math.Min(count, 2L * read));
        }
    }

    private static float[] ReadNumbers(Stream stream, ParameterInfo item, int block)
    {
        var numbers = new float[item.Length];
        for (var first = 0; first < numbers.Length; )
        {
            var some = numbers.AsSpan(first, Math.Min(block, numbers.Length - first));
            var bytes = MemoryMarshal.AsBytes(some);
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                var there = ((long)first * sizeof(float)) + read;
                throw TooShort($"parameter '{item.Name}'", SafeTensorsLayout.BytesOf(item), there);
            }

            RequireFinite(some, first, item);
            first += some.Length;
        }

        return numbers;
    }

    // The object has the number in a field as well, and its programs are those of its number.
    private static void RequireSetting(ParameterInfo item, float number)
    {
        if (item.Setting is { } known && known != number)
        {
            throw new InvalidDataException(
                Invariant(
                    $"The file has {number} as the setting '{item.Name}', and the model was made with {known}: "
                        + $"make it with the number of the file, or by the static Load of its class, which takes it."
                )
            );
        }
    }

    private static void RequireFinite(ReadOnlySpan<float> numbers, int first, ParameterInfo item)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!float.IsFinite(numbers[i]))
            {
                var text = numbers[i].ToString(CultureInfo.InvariantCulture);
                throw new InvalidDataException(
                    Invariant($"Element {first + i} of parameter '{item.Name}' is {text} in the file.")
                );
            }
        }
    }

    /// <summary>The bytes that are left; null of a stream that does not know.</summary>
    private static long? Rest(Stream stream) => stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) : null;

    private static InvalidDataException TooShort(string what, long expected, long actual) =>
        new(Invariant($"The file ends too early: {what} takes {expected} bytes, {actual} are there."));

    private static InvalidDataException TooLong(long size) =>
        new(Invariant($"The file goes on after the {size} bytes of numbers that the model has."));
}
