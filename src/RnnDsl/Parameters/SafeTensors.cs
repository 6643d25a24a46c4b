using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace RnnDsl.Parameters;

/// <summary>
/// The file format of parameters: safetensors, which other frameworks read and write. Eight bytes hold the length of the
/// header, little-endian; the header is JSON, <c>{"rnn.Wxh": {"dtype": "F32", "shape": [50, 1], "data_offsets": [0, 200]}}</c>;
/// the numbers follow it, row by row, the offsets counted in bytes from there.
/// </summary>
internal static class SafeTensors
{
    private const int LengthBytes = 8;
    private const int MaxHeaderBytes = 100_000_000; // The format's own limit.
    private const string Metadata = "__metadata__";
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The metadata are too long for the format, or not valid UTF-16.</exception>
    public static void Write(Stream stream, ParameterStore store, IReadOnlyDictionary<string, string>? metadata)
    {
        var header = Header(store.Items, metadata);
        if (header.Length > MaxHeaderBytes)
        {
            throw new ArgumentException(
                $"The header would take {header.Length} bytes with these metadata; the format has {MaxHeaderBytes}.",
                nameof(metadata)
            );
        }

        var length = new byte[LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var item in store.Items)
        {
            if (item.Stride == item.Columns)
            {
                stream.Write(MemoryMarshal.AsBytes(store[item.Name]));
                continue;
            }

            for (var row = 0; row < item.Rows; row++)
            {
                stream.Write(MemoryMarshal.AsBytes(store.Row(item.Name, row)));
            }
        }
    }

    /// <summary>Reads the numbers of all parameters, one after the other in the store's order, and checks everything.</summary>
    /// <exception cref="InvalidDataException">The file is malformed, or not of this model.</exception>
    public static (float[][] Numbers, Dictionary<string, string> Metadata) Read(
        Stream stream,
        IReadOnlyList<ParameterInfo> items
    )
    {
        var (tensors, metadata) = ReadHeader(stream);
        CheckNames(tensors, items);
        var size = items.Sum(static item => (long)item.Length * sizeof(float));
        if (size > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"The model has {size} bytes of parameters; a file holds {Array.MaxLength}."
            );
        }

        var data = ReadBytes(stream, (int)size, "the numbers");
        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"The file goes on after the {size} bytes of numbers that the model has.");
        }

        return ([.. items.Select(item => ReadNumbers(item, tensors[item.Name], data))], metadata);
    }

    /// <summary>Reads the metadata, and nothing that follows the header.</summary>
    /// <exception cref="InvalidDataException">The header is malformed.</exception>
    public static Dictionary<string, string> ReadMetadata(Stream stream) => ReadHeader(stream).Metadata;

    /// <summary>Reads the shape of each tensor, and nothing that follows the header.</summary>
    /// <exception cref="InvalidDataException">The header is malformed.</exception>
    public static IReadOnlyDictionary<string, long[]> ReadShapes(Stream stream) =>
        ReadHeader(stream).Tensors.ToDictionary(entry => entry.Key, entry => entry.Value.Shape, StringComparer.Ordinal);

    private static (Dictionary<string, Tensor> Tensors, Dictionary<string, string> Metadata) ReadHeader(Stream stream)
    {
        var headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(
            ReadBytes(stream, LengthBytes, "the header's length")
        );
        if (headerBytes is 0 or > MaxHeaderBytes)
        {
            throw new InvalidDataException(
                $"This is not a file of parameters: its header would be {headerBytes} bytes long."
            );
        }

        return ParseHeader(ReadBytes(stream, (int)headerBytes, "the header"));
    }

    private static byte[] Header(IReadOnlyList<ParameterInfo> items, IReadOnlyDictionary<string, string>? metadata)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            var offset = 0L;
            foreach (var item in items)
            {
                json.WriteStartObject(item.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                json.WriteNumberValue(item.Rows);
                if (!item.IsVector)
                {
                    json.WriteNumberValue(item.Columns);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                offset += (long)item.Length * sizeof(float);
                json.WriteNumberValue(offset);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // The numbers start at a multiple of 8 bytes, as the format asks; spaces fill the header up.
        while (bytes.Length % LengthBytes != 0)
        {
            bytes.WriteByte((byte)' ');
        }

        return bytes.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null || metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject(Metadata);
        // In an order of their own, so that the same metadata give the same file.
        foreach (var (key, value) in metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            RequireText(key, key);
            RequireText(key, value);
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    // The writer would put U+FFFD in the place of what is no text.
    private static void RequireText(string key, string text)
    {
        try
        {
            _ = utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException($"Metadata '{key}' is not valid UTF-16. {exception.Message}", exception);
        }
    }

    private static (Dictionary<string, Tensor> Tensors, Dictionary<string, string> Metadata) ParseHeader(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
            var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                if (string.Equals(entry.Name, Metadata, StringComparison.Ordinal))
                {
                    ParseMetadata(entry.Value, metadata);
                    continue;
                }

                var type = entry.Value.GetProperty("dtype").GetString() ?? "";
                var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
                var offsets = entry.Value.GetProperty("data_offsets");
                var tensor = new Tensor(type, shape, offsets[0].GetInt64(), offsets[1].GetInt64());
                if (!tensors.TryAdd(entry.Name, tensor))
                {
                    throw new InvalidDataException($"The file has parameter '{entry.Name}' twice.");
                }
            }

            return (tensors, metadata);
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or IndexOutOfRangeException
            )
        {
            throw new InvalidDataException("This is not a file of parameters: its header cannot be read.", exception);
        }
    }

    private static void ParseMetadata(JsonElement entries, Dictionary<string, string> metadata)
    {
        foreach (var entry in entries.EnumerateObject())
        {
            var value =
                entry.Value.GetString() ?? throw new InvalidDataException($"Metadata '{entry.Name}' has no value.");
            if (!metadata.TryAdd(entry.Name, value))
            {
                throw new InvalidDataException($"The file has metadata '{entry.Name}' twice.");
            }
        }
    }

    private static void CheckNames(Dictionary<string, Tensor> tensors, IReadOnlyList<ParameterInfo> items)
    {
        var missing = items.Where(item => !tensors.ContainsKey(item.Name)).Select(static item => item.Name).ToList();
        var known = items.Select(static item => item.Name).ToHashSet(StringComparer.Ordinal);
        var unknown = tensors.Keys.Where(name => !known.Contains(name)).ToList();
        if (missing.Count > 0 || unknown.Count > 0)
        {
            var lacks = missing.Count > 0 ? $" It lacks {string.Join(", ", missing)}." : "";
            var has = unknown.Count > 0 ? $" The model has no {string.Join(", ", unknown)}." : "";
            throw new InvalidDataException($"The file holds the parameters of another model.{lacks}{has}");
        }

        foreach (var item in items)
        {
            var tensor = tensors[item.Name];
            if (!string.Equals(tensor.Type, "F32", StringComparison.Ordinal))
            {
                throw new InvalidDataException(
                    $"Parameter '{item.Name}' is of type F32; the file has it as {tensor.Type}."
                );
            }

            long[] expected = item.IsVector ? [item.Rows] : [item.Rows, item.Columns];
            if (!tensor.Shape.AsSpan().SequenceEqual(expected))
            {
                var actual = string.Join(", ", tensor.Shape.Select(s => s.ToString(CultureInfo.InvariantCulture)));
                throw new InvalidDataException($"Parameter '{item.Name}' is {item.Shape}; the file has [{actual}].");
            }
        }
    }

    private static float[] ReadNumbers(ParameterInfo item, Tensor tensor, byte[] data)
    {
        var bytes = (long)item.Length * sizeof(float);
        if (tensor.First < 0 || tensor.First > data.Length - bytes || tensor.Last - tensor.First != bytes)
        {
            throw new InvalidDataException(
                $"Parameter '{item.Name}' takes {bytes} of the file's {data.Length} bytes of numbers; "
                    + $"its header says bytes {tensor.First} to {tensor.Last}."
            );
        }

        var numbers = MemoryMarshal.Cast<byte, float>(data.AsSpan((int)tensor.First, (int)bytes)).ToArray();
        var odd = Array.FindIndex(numbers, static number => !float.IsFinite(number));
        if (odd >= 0)
        {
            var text = numbers[odd].ToString(CultureInfo.InvariantCulture);
            throw new InvalidDataException($"Element {odd} of parameter '{item.Name}' is {text} in the file.");
        }

        return numbers;
    }

    private static byte[] ReadBytes(Stream stream, int count, string what)
    {
        var bytes = new byte[count];
        var read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count
            ? bytes
            : throw new InvalidDataException($"The file ends too early: {what} takes {count} bytes, {read} are there.");
    }

    private readonly record struct Tensor(string Type, long[] Shape, long First, long Last);
}
