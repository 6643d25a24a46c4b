using System.Text.Json;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>The header of safetensors, read by <see cref="JsonDocument"/>.</summary>
internal static class ParametersText
{
    /// <summary>What the header says of a tensor.</summary>
    public sealed record Tensor(string Type, long[] Shape, long First, long Last);

    /// <returns>The tensors by name; null where the header is none.</returns>
    public static Dictionary<string, Tensor>? Read(ReadOnlyMemory<byte> header)
    {
        try
        {
            using var document = JsonDocument.Parse(header);
            var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (!seen.Add(property.Name))
                {
                    return null;
                }

                if (property.Name == "__metadata__")
                {
                    if (!IsTexts(property.Value))
                    {
                        return null;
                    }
                }
                else if (TensorOf(property.Value) is { } tensor)
                {
                    tensors.Add(property.Name, tensor);
                }
                else
                {
                    return null;
                }
            }

            return tensors;
        }
        // The last two: a root that is no object, a text with half of a surrogate pair.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsTexts(JsonElement element)
    {
        var names = element.EnumerateObject().Select(static property => property.Name).ToArray();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length
            && element.EnumerateObject().All(static property => property.Value.GetString() is not null);
    }

    private static Tensor? TensorOf(JsonElement element)
    {
        var fields = element.EnumerateObject().ToArray();
        var names = fields.Select(static field => field.Name).Order(StringComparer.Ordinal);
        if (!names.SequenceEqual(["data_offsets", "dtype", "shape"]))
        {
            return null;
        }

        var (shape, offsets) = (Numbers(element.GetProperty("shape")), Numbers(element.GetProperty("data_offsets")));
        return
            element.GetProperty("dtype").GetString() is { } type
            && shape is not null
            && offsets is [var first, var last]
            ? new(type, shape, first, last)
            : null;
    }

    private static long[]? Numbers(JsonElement element)
    {
        var numbers = element
            .EnumerateArray()
            .Select(static number => number.TryGetInt64(out var value) ? value : (long?)null)
            .ToArray();
        return numbers.Contains(null) ? null : [.. numbers.Select(static number => number!.Value)];
    }
}
