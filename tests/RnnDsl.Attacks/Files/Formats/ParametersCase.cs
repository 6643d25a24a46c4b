using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using RnnDsl.Attacks.Programs.Grammar;
using RnnDsl.Parameters;
using RnnDsl.Tests.Nets.Declared;

namespace RnnDsl.Attacks.Files.Formats;

/// <summary>The parameters of a model, in the format safetensors. A refused file changes none of them.</summary>
internal sealed partial class ParametersCase : FileCase
{
    private readonly LstmNet target = new(features: 2, units: 3, targets: 1, seed: 5);

    public ParametersCase(Draw draw)
    {
        using var file = new MemoryStream();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["vocabulary"] = "a\n\"b\"" };
        new LstmNet(features: 2, units: 3, targets: 1, seed: (ulong)draw.Below(100)).Parameters.Save(
            file,
            draw.Percent(50) ? metadata : null
        );
        Valid = file.ToArray();
    }

    public override string Name => "parameters";

    public override string Extension => ".safetensors";

    public override bool IsCompressible => false;

    public override byte[] Valid { get; }

    // Changes a number of the header and corrects the header's length, which random bytes seldom hit.
    public override byte[] Lie(Draw draw, byte[] file)
    {
        if (HeaderOf(file) is not { } header)
        {
            return file;
        }

        var text = Encoding.Latin1.GetString(file, sizeof(long), header);
        var parts = draw.Percent(50) ? Part().Matches(text) : List().Matches(text);
        if (parts.Count == 0)
        {
            return file;
        }

        var (one, other) = (parts[draw.Below(parts.Count)], parts[draw.Below(parts.Count)]);
        var with = draw.Of(
            other.Value,
            other.Value,
            other.Value,
            Shifted(draw, one.Value),
            Shifted(draw, one.Value),
            "0",
            "1",
            "4",
            "-4",
            "1e2",
            "9223372036854775807",
            "96",
            "\"\"",
            "{}",
            one.Value + ",0"
        );
        var lie = Encoding.Latin1.GetBytes(text[..one.Index] + with + text[(one.Index + one.Length)..]);
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, lie.Length);
        return [.. length, .. lie, .. file[(sizeof(long) + header)..]];
    }

    public override string Read(string path)
    {
        var before = target.Parameters.ToArray();
        try
        {
            target.Parameters.Load(path);
        }
        catch (InvalidDataException)
        {
            if (target.Parameters.ToArray().AsSpan().SequenceEqual(before))
            {
                throw;
            }

            return "half of what was refused";
        }

        return string.Join(
            '\n',
            target.Parameters.Items.Select(item =>
                item.Name + " " + PlainText.Join(target.Parameters[item.Name].ToArray())
            )
        );
    }

    public override string? Truth(byte[] file)
    {
        if (HeaderOf(file) is not { } header)
        {
            return null;
        }

        var data = file[(sizeof(long) + header)..];
        var items = target.Parameters.Items;
        if (
            ParametersText.Read(file.AsMemory(sizeof(long), header)) is not { } tensors
            || tensors.Count != items.Count
            || !items.All(item =>
                tensors.TryGetValue(item.Name, out var tensor)
                && tensor.Type == "F32"
                && tensor.Shape.SequenceEqual(ShapeOf(item))
                && tensor.Last - tensor.First == item.Length * (long)sizeof(float)
            )
        )
        {
            return null;
        }

        var end = 0L;
        foreach (var tensor in tensors.Values.OrderBy(static tensor => tensor.First))
        {
            if (tensor.First != end)
            {
                return null;
            }

            end = tensor.Last;
        }

        var isRight =
            end == data.Length
            && !MemoryMarshal.Cast<byte, float>(data).ContainsAnyExceptInRange(float.MinValue, float.MaxValue);
        return isRight
            ? string.Join(
                '\n',
                items.Select(item => item.Name + " " + PlainText.Join(Numbers(data, tensors[item.Name])))
            )
            : null;
    }

    private static float[] Numbers(byte[] data, ParametersText.Tensor tensor) =>
        MemoryMarshal.Cast<byte, float>(data.AsSpan((int)tensor.First..(int)tensor.Last)).ToArray();

    private static long[] ShapeOf(ParameterInfo item) =>
        item.IsVector ? new long[] { item.Rows } : new long[] { item.Rows, item.Columns };

    private static int? HeaderOf(byte[] file) =>
        file.Length > sizeof(long)
        && BinaryPrimitives.ReadUInt64LittleEndian(file) is > 0 and var length
        && length <= (ulong)(file.Length - sizeof(long))
            ? (int)length
            : null;

    /// <summary>Adds the same number to all numbers of a list.</summary>
    private static string Shifted(Draw draw, string text)
    {
        var by = draw.Of(-4, -1, 1, 4, 12, 48);
        return Number()
            .Replace(
                text,
                match =>
                    long.TryParse(match.Value, CultureInfo.InvariantCulture, out var number)
                        ? (number + by).ToString(CultureInfo.InvariantCulture)
                        : match.Value
            );
    }

    [GeneratedRegex(@"\[[0-9, ]*\]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex List();

    [GeneratedRegex("[0-9]+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Number();

    [GeneratedRegex("-?[0-9]+|\"[^\"]*\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Part();
}
