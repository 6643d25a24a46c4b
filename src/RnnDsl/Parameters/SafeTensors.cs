using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
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

    public static void Write(Stream stream, ParameterStore store)
    {
        var header = Header(store.Items);
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
    public static float[][] Read(Stream stream, IReadOnlyList<ParameterInfo> items)
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

        var tensors = ReadHeader(ReadBytes(stream, (int)headerBytes, "the header"));
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

        return [.. items.Select(item => ReadNumbers(item, tensors[item.Name], data))];
    }

    private static byte[] Header(IReadOnlyList<ParameterInfo> items)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
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

    private static Dictionary<string, Tensor> ReadHeader(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                if (string.Equals(entry.Name, "__metadata__", StringComparison.Ordinal))
                {
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

            return tensors;
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
