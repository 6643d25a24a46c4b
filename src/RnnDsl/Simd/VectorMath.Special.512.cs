using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <content>The error functions, exp(x) - 1 and the arc tangent, with 512-bit vectors.</content>
public static partial class VectorMath
{
    /// <summary>The error function, within 3 ulp; exactly 1 or -1 for |x| above 4. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        var size = Vector512.Abs(x);
        var large = CopySign(Vector512<float>.One - ErfcTail(size), x);
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(size, Vector512<float>.One), ErfCore(x), large);
    }

    /// <summary>1 - Erf(x), within 6 ulp where it is a normal number; exactly 2 below -4 and 0 above 10.1. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erfc(Vector512<float> x)
    {
        var size = Vector512.Abs(x);
        var tail = ErfcTail(size);
        var isNegative = Vector512.LessThan(x, Vector512<float>.Zero);
        tail = Vector512.ConditionalSelect(isNegative, Vector512.Create(2f) - tail, tail);
        var isSmall = Vector512.LessThan(size, Vector512.Create(0.5f));
        return Vector512.ConditionalSelect(isSmall, Vector512<float>.One - ErfCore(x), tail);
    }

    /// <summary>exp(x) - 1, within 3 ulp; infinity above 88.73, exactly -1 below -17.4. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Expm1(Vector512<float> x)
    {
        var bounded = Clamp(x, Vector512.Create(-86f), Vector512.Create(89f));
        var rounded = Vector512.MultiplyAddEstimate(bounded, Vector512.Create(Log2E), Vector512.Create(RoundingShift));
        var n = rounded - Vector512.Create(RoundingShift);
        var r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), bounded);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);
        var q = Vector512.MultiplyAddEstimate(r, Vector512.Create(Expm1P5), Vector512.Create(Expm1P4));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512.Create(Expm1P3));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512.Create(Expm1P2));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512.Create(Expm1P1));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512.Create(0.5f));
        var p = Vector512.MultiplyAddEstimate(r * r, q, r);
        // exp(x) - 1 = 2^n p + (2^n - 1), by halves, since 2^128 is no float.
        var half = PowerOfTwo(rounded.AsInt32() - Vector512<int>.One);
        var whole = Vector512.MultiplyAddEstimate(half, p, half - Vector512.Create(0.5f));
        return Vector512.ConditionalSelect(Vector512.Equals(n, Vector512<float>.Zero), p, whole + whole);
    }

    /// <summary>The arc tangent, in radians, within 3 ulp; pi / 2 or -pi / 2 of infinity. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Atan(Vector512<float> x)
    {
        // In three parts, divided at the tangents of pi / 8 and 3 pi / 8: atan(a) = pi / 4 + atan((a - 1) / (a + 1)) and
        // pi / 2 - atan(1 / a).
        var size = Vector512.Abs(x);
        var isMiddle = Vector512.GreaterThan(size, Vector512.Create(0.41421357f));
        var isLarge = Vector512.GreaterThan(size, Vector512.Create(2.4142135f));
        var one = Vector512<float>.One;
        var over = Vector512.ConditionalSelect(isLarge, -one, size - one);
        var under = Vector512.ConditionalSelect(isLarge, size, size + one);
        var t = Vector512.ConditionalSelect(isMiddle, over / under, size);
        var origin = Vector512.ConditionalSelect(
            isLarge,
            Vector512.Create(HalfPi),
            Vector512.Create(QuarterPi) & isMiddle
        );
        var z = t * t;
        var p = Vector512.MultiplyAddEstimate(z, Vector512.Create(AtanP4), Vector512.Create(AtanP3));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(AtanP2));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(AtanP1));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(AtanP0));
        return CopySign(origin + Vector512.MultiplyAddEstimate(t * z, p, t), x);
    }

    /// <summary>erf(x) for |x| up to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ErfCore(Vector512<float> x)
    {
        var z = x * x;
        var p = Vector512.MultiplyAddEstimate(z, Vector512.Create(ErfP6), Vector512.Create(ErfP5));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(ErfP4));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(ErfP3));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(ErfP2));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(ErfP1));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(ErfP0));
        return Vector512.MultiplyAddEstimate(x, p, x);
    }

    /// <summary>erfc(a) for a from 0.5 on, as exp(-a a) T(t) / (1 + 2 a) with t = (a - 3) / (a + 3).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ErfcTail(Vector512<float> a)
    {
        a = Clamp(a, Vector512<float>.Zero, Vector512.Create(10.5f));
        var t = (a - Vector512.Create(3f)) / (a + Vector512.Create(3f));
        var p = Vector512.MultiplyAddEstimate(t, Vector512.Create(ErfcT9), Vector512.Create(ErfcT8));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT7));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT6));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT5));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT4));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT3));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT2));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT1));
        p = Vector512.MultiplyAddEstimate(t, p, Vector512.Create(ErfcT0));

        // The rounding of the square is lost in no exponential: a a = square + lost, with the half of a that has an exact square.
        var square = a * a;
        var high = (a.AsInt32() & Vector512.Create(~0xFFF)).AsSingle();
        var lost = (high * high) - square + ((a - high) * (a + high));
        var power = Exp(-square);
        power -= power * lost;
        return power * (p / (Vector512<float>.One + a + a));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> CopySign(Vector512<float> size, Vector512<float> sign) =>
        Vector512.ConditionalSelect(Vector512.Create(-0f), sign, size);
}
