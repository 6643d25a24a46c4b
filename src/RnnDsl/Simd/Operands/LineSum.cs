using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>
/// Sums over a line of a matrix: 16 partial sums, of the columns that are equal modulo 16, which are combined as a tree. So the bits do not
/// depend on the width of the machine's vectors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LineSum
{
    /// <summary>Adds elements to a sum.</summary>
    /// <param name="sum">The sum so far.</param>
    /// <param name="value">The elements.</param>
    /// <param name="count">How many lanes are elements; the others are left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TVector>(ref TVector sum, TVector value, int count)
        where TVector : struct => sum = AnyVector.Add(sum, LineEnd.First(value, count));

    /// <summary>The sum of the last four partial sums.</summary>
    /// <param name="partial">The partial sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(Vector128<float> partial)
    {
        var pairs = partial + Vector128.Shuffle(partial, Vector128.Create(2, 3, 0, 1));
        return pairs.ToScalar() + pairs.GetElement(1);
    }
}
