using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>How many layers an array holds: <c>3</c>, or a dim with an offset: <c>Depth-1</c>.</summary>
/// <param name="Dim">The dim, in terms of the declaration that has the array; null for a number.</param>
/// <param name="Number">The number, or the offset to the dim's.</param>
public sealed record LayerCount(NamedDim? Dim, int Number)
{
    /// <summary>The maximum number of layers in an array: each is written out, so a huge number would never finish.</summary>
    public const int Most = 1000;

    /// <summary>Reads what <see cref="ToString"/> prints; null for any other text.</summary>
    public static LayerCount? Parse(string text)
    {
        var sign = text.IndexOfAny(['+', '-']);
        var dim = sign < 0 ? text : text.Substring(0, sign);
        var number = sign < 0 ? 0 : NumberText.ParseInt(text.Substring(sign + 1));
        return dim.Length == 0 || number is null ? null
            : sign < 0 && NumberText.ParseInt(dim) is { } count ? new LayerCount(null, count)
            : new LayerCount(new NamedDim(dim), sign >= 0 && text[sign] == '-' ? -number.Value : number.Value);
    }

    public override string ToString() =>
        Dim is null ? NumberText.Print(Number)
        : Number > 0 ? Dim.Name + "+" + NumberText.Print(Number)
        : Number < 0 ? Dim.Name + NumberText.Print(Number)
        : Dim.Name;
}
