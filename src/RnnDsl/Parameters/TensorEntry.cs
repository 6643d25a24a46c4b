using System.Globalization;
using static RnnDsl.Text.InvariantText;

namespace RnnDsl.Parameters;

/// <summary>The entry of one parameter in a file's header.</summary>
/// <param name="Type">The type of its numbers: <c>F32</c>.</param>
/// <param name="Sizes">Its first two sizes, since no parameter has more.</param>
/// <param name="Rank">The number of sizes.</param>
/// <param name="First">Where its numbers begin, in bytes from the first number of the file.</param>
/// <param name="Last">Where they end.</param>
internal readonly record struct TensorEntry(string Type, long[] Sizes, int Rank, long First, long Last)
{
    /// <summary>The number of sizes that are kept, for messages.</summary>
    public const int MostSizes = 8;

    /// <summary>The shape as messages show it, <c>[2, 3]</c>.</summary>
    public string Shape
    {
        get
        {
            var sizes = string.Join(", ", Sizes.Select(static size => size.ToString(CultureInfo.InvariantCulture)));
            return Rank == Sizes.Length ? $"[{sizes}]" : Invariant($"[{sizes}, ...] with {Rank} sizes");
        }
    }

    /// <summary>Whether it has the shape of a parameter: one number may have no sizes, as other programs write it.</summary>
    public bool Fits(ParameterInfo item) =>
        item.IsVector
            ? Rank == 1 && Sizes[0] == item.Rows || Rank == 0 && item.Length == 1
            : Rank == 2 && Sizes[0] == item.Rows && Sizes[1] == item.Columns;
}
