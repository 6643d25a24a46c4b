using System.Text.Json;
using RnnDsl.Files;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>
/// Parses the header of a file of parameters. Of the names that the model lacks it keeps only the first few, for messages.
/// </summary>
internal sealed class SafeTensorsHeader
{
    /// <summary>The key of the metadata.</summary>
    public const string MetadataName = "__metadata__";

    private const int MostUnknown = 32;
    private readonly IReadOnlySet<string>? known;
    private readonly List<string> unknown = [];

    private SafeTensorsHeader(IReadOnlySet<string>? known) => this.known = known;

    /// <summary>The tensors with a name that is known.</summary>
    public Dictionary<string, TensorEntry> Tensors { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts.</summary>
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>The first names that are not known.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>How many names are not known.</summary>
    public int UnknownCount { get; private set; }

    /// <summary>Parses a header.</summary>
    /// <param name="json">The text.</param>
    /// <param name="known">The names of the tensors that are wanted; null for all.</param>
    /// <exception cref="InvalidDataException">It is no header.</exception>
    public static SafeTensorsHeader Parse(ReadOnlySpan<byte> json, IReadOnlySet<string>? known)
    {
        var header = new SafeTensorsHeader(known);
        try
        {
            var reader = new Utf8JsonReader(json);
            header.Read(ref reader);
            return header;
        }
        // The reader throws the second for a text that is not UTF-8 or contains an unpaired surrogate.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Unreadable(exception.Message, exception);
        }
    }

    private void Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        Require(ref reader, JsonTokenType.StartObject, "an object");
        var hasMetadata = false;
        while (NextName(ref reader) is { } name)
        {
            reader.Read();
            if (!string.Equals(name, MetadataName, StringComparison.Ordinal))
            {
                ReadTensor(ref reader, name);
            }
            else if (hasMetadata)
            {
                throw new InvalidDataException($"The file has {MetadataName} twice.");
            }
            else
            {
                hasMetadata = true;
                ReadMetadata(ref reader);
            }
        }

        // Only white space may follow the object: the reader throws for anything else.
        reader.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        Require(ref reader, JsonTokenType.StartObject, $"an object as {MetadataName}");
        while (NextName(ref reader) is { } name)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
            {
                throw new InvalidDataException($"Metadata '{Quote.Path(name)}' has no value.");
            }

            Require(ref reader, JsonTokenType.String, $"a text as metadata '{Quote.Path(name)}'");
            if (!Metadata.TryAdd(name, reader.GetString()!))
            {
                throw new InvalidDataException($"The file has metadata '{Quote.Path(name)}' twice.");
            }
        }
    }

    private void ReadTensor(ref Utf8JsonReader reader, string name)
    {
        Require(ref reader, JsonTokenType.StartObject, $"an object as tensor '{Quote.Path(name)}'");
        string? type = null;
        (long[] Sizes, int Rank)? shape = null;
        (long[] Sizes, int Rank)? offsets = null;
        while (NextName(ref reader) is { } field)
        {
            reader.Read();
            switch (field)
            {
                case "dtype" when type is null:
                    Require(ref reader, JsonTokenType.String, $"a text as the dtype of '{Quote.Path(name)}'");
                    type = reader.GetString();
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, name, field);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, name, field);
                    break;
                default:
                    throw Unreadable(
                        $"'{Quote.Path(name)}' has {Quote.Text(field)}, which is there already or not of the format."
                    );
            }
        }

        if (type is null || shape is not { } sizes || offsets is not { Rank: 2 } range)
        {
            throw Unreadable($"expected dtype, shape and two data_offsets of '{Quote.Path(name)}'.");
        }

        Add(name, new(type, sizes.Sizes, sizes.Rank, range.Sizes[0], range.Sizes[1]));
    }

    private void Add(string name, TensorEntry tensor)
    {
        if (known?.Contains(name) == false)
        {
            UnknownCount++;
            if (unknown.Count < MostUnknown)
            {
                unknown.Add(name);
            }
        }
        else if (!Tensors.TryAdd(name, tensor))
        {
            throw new InvalidDataException($"The file has parameter '{Quote.Path(name)}' twice.");
        }
    }

    private static (long[] Sizes, int Rank) ReadNumbers(ref Utf8JsonReader reader, string name, string field)
    {
        Require(ref reader, JsonTokenType.StartArray, $"a list as {field} of '{Quote.Path(name)}'");
        var first = new List<long>();
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var number))
            {
                throw Unreadable($"expected whole numbers of 64 bits in {field} of '{Quote.Path(name)}'.");
            }

            count++;
            if (first.Count < TensorEntry.MostSizes)
            {
                first.Add(number);
            }
        }

        return ([.. first], count);
    }

    /// <summary>The next property name of the current object; null at its end.</summary>
    private static string? NextName(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;
    }

    private static void Require(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
        {
            throw Unreadable(Invariant($"expected {what}, found {reader.TokenType} at byte {reader.TokenStartIndex}."));
        }
    }

    private static InvalidDataException Unreadable(string problem, Exception? inner = null) =>
        new($"This is not a file of parameters: its header cannot be read, {problem}", inner);
}
