using System.ComponentModel;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl;

/// <summary>
/// The size of a dim. That of a <see cref="Cat{A, B}"/> has the sizes of its parts: dims are types without a number, so
/// <c>Split(x)</c> learns from the value itself where its parts meet.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DimSize
{
    private DimSize(int total, (DimSize, DimSize)? parts) => (Total, Parts) = (total, parts);

    /// <summary>The number of elements, of all parts together.</summary>
    public int Total { get; }

    /// <summary>The sizes of both parts; null where they are not known, or the dim has none.</summary>
    internal (DimSize First, DimSize Second)? Parts { get; }

    /// <summary>A size of which no parts are known.</summary>
    public static implicit operator DimSize(int total) => new(total, parts: null);

    /// <summary>The size of two vectors side by side.</summary>
    /// <param name="first">The size of the first.</param>
    /// <param name="second">The size of the second.</param>
    public static DimSize Of(DimSize first, DimSize second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new DimSize(first.Total + second.Total, (first, second));
    }

    /// <summary>The number of elements, or those of the parts: <c>3 + 4</c>.</summary>
    public override string ToString() => Parts is { } parts ? $"{parts.First} + {parts.Second}" : Invariant($"{Total}");

    /// <summary>Whether two values of one dim have the same size, as far as both know it; null knows nothing.</summary>
    /// <param name="a">The size of one.</param>
    /// <param name="b">The size of the other.</param>
    /// <param name="joined">The size with the parts that either knows.</param>
    internal static bool TryJoin(DimSize? a, DimSize? b, out DimSize? joined)
    {
        joined = a?.Parts is null ? b ?? a : a;
        if (a?.Parts is not { } x || b?.Parts is not { } y || ReferenceEquals(a, b))
        {
            return a is null || b is null || a.Total == b.Total;
        }

        var fits = TryJoin(x.First, y.First, out var first) & TryJoin(x.Second, y.Second, out var second);
        joined = Of(first!, second!);
        return fits;
    }
}
