using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <content>Comparisons, and what masks select, with 512-bit vectors.</content>
public static partial class VectorMath
{
    /// <summary>1 where a is greater than or equal to b, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GreaterEqual(Vector512<float> a, Vector512<float> b) =>
        Indicator(Vector512.GreaterThanOrEqual(a, b));

    /// <summary>1 where a is less than or equal to b, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LessEqual(Vector512<float> a, Vector512<float> b) =>
        Indicator(Vector512.LessThanOrEqual(a, b));

    /// <summary>1 where a is greater than b, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Greater(Vector512<float> a, Vector512<float> b) =>
        Indicator(Vector512.GreaterThan(a, b));

    /// <summary>1 where a is less than b, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Less(Vector512<float> a, Vector512<float> b) => Indicator(Vector512.LessThan(a, b));

    /// <summary>x where the mask is not 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Where(Vector512<float> mask, Vector512<float> x) =>
        Vector512.AndNot(x, Vector512.Equals(mask, Vector512<float>.Zero));

    /// <summary>x where the mask is 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Unless(Vector512<float> mask, Vector512<float> x) =>
        x & Vector512.Equals(mask, Vector512<float>.Zero);
}
