using System.Text;
using System.Text.Json;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>Writes the header of a file of parameters.</summary>
internal static class SafeTensorsHeaderText
{
    /// <summary>The alignment of the numbers, in bytes, that the format requires.</summary>
    private const int Alignment = 8;

    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a header.</summary>
    /// <param name="items">The parameters, in the order in which their numbers follow.</param>
    /// <param name="metadata">The texts; null for none.</param>
    /// <exception cref="ArgumentException">The metadata are too long for the format, or not valid UTF-16.</exception>
    public static byte[] Write(IReadOnlyList<ParameterInfo> items, IReadOnlyDictionary<string, string>? metadata)
    {
        RequireTexts(metadata);
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

        // The numbers start at a multiple of 8 bytes, as the format requires; spaces pad the header.
        while (bytes.Length % Alignment != 0)
        {
            bytes.WriteByte((byte)' ');
        }

        return bytes.Length <= SafeTensors.MaxHeaderBytes ? bytes.ToArray() : throw TooLong(bytes.Length);
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? metadata)
    {
        if (metadata is null || metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject(SafeTensorsHeader.MetadataName);
        // Sorted, so that the same metadata give the same file.
        foreach (var (key, value) in metadata.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void RequireTexts(IReadOnlyDictionary<string, string>? metadata)
    {
        var bytes = 0L;
        foreach (var (key, value) in metadata ?? new Dictionary<string, string>())
        {
            bytes += BytesOf(key, key) + BytesOf(key, value);
        }

        if (bytes > SafeTensors.MaxHeaderBytes)
        {
            throw TooLong(bytes);
        }
    }

    // The writer would replace invalid UTF-16 by U+FFFD.
    private static int BytesOf(string key, string text)
    {
        try
        {
            return utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException(
                $"Metadata '{Quote.Path(key)}' is not valid UTF-16. {exception.Message}",
                nameof(text),
                exception
            );
        }
    }

    private static ArgumentException TooLong(long bytes) =>
        new(
            Invariant(
                $"The header would take {bytes} bytes with these metadata; the format has {SafeTensors.MaxHeaderBytes}."
            )
        );
}
