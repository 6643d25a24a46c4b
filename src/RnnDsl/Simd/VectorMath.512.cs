using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <content>With 512-bit vectors.</content>
public static partial class VectorMath
{
    /// <summary>Hyperbolic tangent, within 4 ulp (6 without fused multiply-add); exactly 1 or -1 for |x| above 10. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Clamp(x, Vector512.Create(-TanhBound), Vector512.Create(TanhBound));
        var z = x * x;
        var p = Vector512.MultiplyAddEstimate(z, Vector512.Create(TanhP4), Vector512.Create(TanhP3));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(TanhP2));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(TanhP1));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512<float>.One);
        var q = Vector512.MultiplyAddEstimate(z, Vector512.Create(TanhQ4), Vector512.Create(TanhQ3));
        q = Vector512.MultiplyAddEstimate(z, q, Vector512.Create(TanhQ2));
        q = Vector512.MultiplyAddEstimate(z, q, Vector512.Create(TanhQ1));
        q = Vector512.MultiplyAddEstimate(z, q, Vector512<float>.One);
        // The quotient passes 1 before the bound, so that the second clamp makes the limits exact.
        return Clamp(x * p / q, Vector512.Create(-1f), Vector512<float>.One);
    }

    /// <summary>
    /// The logistic function 1 / (1 + exp(-x)), within 3 ulp from -87 on; exactly 0 below -89 and 1 above 17. NaN stays NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        // One scale is enough: an exponent of 128 is the bit pattern of infinity, whose reciprocal is the limit.
        var power = ExpFraction(Clamp(-x, Vector512.Create(-87f), Vector512.Create(89f)), out var exponent);
        return Vector512<float>.One / Vector512.MultiplyAddEstimate(power, PowerOfTwo(exponent), Vector512<float>.One);
    }

    /// <summary>The exponential, within 2 ulp; infinity above 88.73, 0 below -103.98. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        var power = ExpFraction(Clamp(x, Vector512.Create(-105f), Vector512.Create(89f)), out var exponent);
        // Two scales, because the ends of the range exceed the exponent of one float.
        var whole = exponent - Vector512.Create(RoundingShiftBits);
        var half = whole >> 1;
        return power * PowerOfTwo(half) * PowerOfTwo(whole - half);
    }

    /// <summary>The natural logarithm, within 2 ulp; of 0 minus infinity, of negative numbers NaN. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        // Subnormal numbers are scaled into the normal range first.
        var small = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        var scaled = Vector512.ConditionalSelect(small, x * Vector512.Create(TwoToThe23), x);
        var bits = scaled.AsInt32();
        var exponent = (bits - Vector512.Create(HalfRootBits)) >> 23;
        var f = (bits - (exponent << 23)).AsSingle() - Vector512<float>.One;
        var e =
            Vector512.ConvertToSingle(exponent)
            - Vector512.ConditionalSelect(small, Vector512.Create(23f), Vector512<float>.Zero);
        var p = Vector512.MultiplyAddEstimate(f, Vector512.Create(LogP7), Vector512.Create(LogP6));
        p = Vector512.MultiplyAddEstimate(f, p, Vector512.Create(LogP5));
        p = Vector512.MultiplyAddEstimate(f, p, Vector512.Create(LogP4));
        p = Vector512.MultiplyAddEstimate(f, p, Vector512.Create(LogP3));
        p = Vector512.MultiplyAddEstimate(f, p, Vector512.Create(LogP2));
        p = Vector512.MultiplyAddEstimate(f, p, Vector512.Create(LogP1));
        p = Vector512.MultiplyAddEstimate(f, p, Vector512.Create(LogP0));
        var square = f * f;
        var tail = Vector512.MultiplyAddEstimate(e, Vector512.Create(Ln2Low), square * f * p);
        tail = Vector512.MultiplyAddEstimate(square, Vector512.Create(-0.5f), tail);
        var log = Vector512.MultiplyAddEstimate(e, Vector512.Create(Ln2High), f + tail);
        var infinity = Vector512.Create(float.PositiveInfinity);
        log = Vector512.ConditionalSelect(Vector512.Equals(x, infinity), infinity, log);
        log = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), -infinity, log);
        return Vector512.ConditionalSelect(
            Vector512.GreaterThanOrEqual(x, Vector512<float>.Zero),
            log,
            Vector512.Create(float.NaN)
        );
    }

    /// <summary>
    /// log(1 + exp(x)), within 3 ulp: of large numbers x itself, and as small as exp(x) far below 0. NaN stays NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x)
    {
        var power = Exp(-Vector512.Abs(x));
        var sum = Vector512<float>.One + power;
        // The part of the power that rounding of the sum has lost: all of it if the power is small.
        var lost = (power - (sum - Vector512<float>.One)) / sum;
        return Relu(x) + (Log(sum) + lost);
    }

    /// <summary>x where it is positive, else 0. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> x) => Vector512.MaxNative(Vector512<float>.Zero, x);

    /// <summary>The square root, correctly rounded; of negative numbers NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sqrt(Vector512<float> x) => Vector512.Sqrt(x);

    /// <summary>The absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> x) => Vector512.Abs(x);

    /// <summary>The square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Square(Vector512<float> x) => x * x;

    /// <summary>The greatest whole number that is not above x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Floor(Vector512<float> x) => Vector512.Floor(x);

    /// <summary>1 where x is greater than 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Step(Vector512<float> x) =>
        Indicator(Vector512.GreaterThan(x, Vector512<float>.Zero));

    /// <summary>1 where x is greater than 0, -1 where it is less, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sign(Vector512<float> x) => Step(x) - Step(-x);

    /// <summary>1 where both are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Equal(Vector512<float> a, Vector512<float> b) => Indicator(Vector512.Equals(a, b));

    /// <summary>1 in the lane of the unit that a token selects, else 0.</summary>
    /// <param name="token">The token, in all lanes.</param>
    /// <param name="unit">The unit of the first lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneHot(Vector512<float> token, int unit) =>
        Equal(token, Vector512.Create((float)unit) + Vector512<float>.Indices);

    /// <summary>The greater of both; NaN if one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Max(Vector512<float> a, Vector512<float> b) => Vector512.Max(a, b);

    /// <summary>The lesser of both; NaN if one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Min(Vector512<float> a, Vector512<float> b) => Vector512.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Indicator(Vector512<float> mask) => mask & Vector512<float>.One;

    /// <summary>The native instructions return their second operand where one is NaN, so NaN propagates without extra instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Clamp(Vector512<float> x, Vector512<float> low, Vector512<float> high) =>
        Vector512.MinNative(high, Vector512.MaxNative(low, x));

    /// <summary>
    /// 2 to the power of an exponent from -126 to 127; infinity for 128. Only the low 9 bits are used, so the bits that the rounding
    /// shift adds need not be removed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<int> exponent) =>
        ((exponent + Vector512.Create(127)) << 23).AsSingle();

    /// <summary>Splits exp(x) into fraction * 2^exponent, the fraction from 0.7 to 1.42.</summary>
    /// <param name="x">-105 to 89.</param>
    /// <param name="exponent">The exponent and <see cref="RoundingShiftBits"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpFraction(Vector512<float> x, out Vector512<int> exponent)
    {
        // Adding 1.5 * 2^23 rounds to an integer and leaves it in the low bits of the sum.
        var rounded = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(RoundingShift));
        exponent = rounded.AsInt32();
        var n = rounded - Vector512.Create(RoundingShift);
        var r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);
        var q = Vector512.MultiplyAddEstimate(r, Vector512.Create(ExpQ4), Vector512.Create(ExpQ3));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512.Create(ExpQ2));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512.Create(ExpQ1));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512.Create(ExpQ0));
        q = Vector512.MultiplyAddEstimate(r, q, Vector512<float>.One);
        return Vector512.MultiplyAddEstimate(r, q, Vector512<float>.One);
    }
}
