using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <content>Powers and the gamma function, with 512-bit vectors. They compute in double precision.</content>
public static partial class VectorMath
{
    /// <summary>
    /// a to the power of b, within 1 ulp; 1 where b is 0. Of a negative number a power that is no whole number is NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> a, Vector512<float> b)
    {
        var (lowSize, highSize) = Vector512.Widen(Vector512.Abs(a));
        var (low, high) = Vector512.Widen(b);
        var power = Vector512.Narrow(
            Vector512.Exp(low * Vector512.Log(lowSize)),
            Vector512.Exp(high * Vector512.Log(highSize))
        );
        var isWhole = Vector512.Equals(b, Vector512.Floor(b));
        var half = b * Vector512.Create(0.5f);
        var isOdd = isWhole & ~Vector512.Equals(half, Vector512.Floor(half));
        power = Vector512.ConditionalSelect(isOdd, CopySign(power, a), power);
        var isNone = Vector512.LessThan(a, Vector512<float>.Zero) & ~isWhole;
        power = Vector512.ConditionalSelect(isNone, Vector512.Create(float.NaN), power);
        var isOne = Vector512.Equals(b, Vector512<float>.Zero) | Vector512.Equals(a, Vector512<float>.One);
        return Vector512.ConditionalSelect(isOne, Vector512<float>.One, power);
    }

    /// <summary>The logarithm of the absolute value of the gamma function, within 3 ulp for positive x. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogGamma(Vector512<float> x)
    {
        var (low, high) = Vector512.Widen(x);
        var value = Vector512.Narrow(LogGammaOfPositive(low), LogGammaOfPositive(high));
        var infinity = Vector512.Create(float.PositiveInfinity);
        value = Vector512.ConditionalSelect(Vector512.Equals(x, infinity), infinity, value);
        var isPositive = Vector512.GreaterThan(x, Vector512<float>.Zero);
        return isPositive.AsInt32() == Vector512<int>.AllBitsSet
            ? value
            : Vector512.ConditionalSelect(isPositive, value, GammaLanes(x, isDerivative: false));
    }

    /// <summary>The derivative of <see cref="LogGamma(Vector512{float})"/>, within 3 ulp for positive x. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Digamma(Vector512<float> x)
    {
        var (low, high) = Vector512.Widen(x);
        var value = Vector512.Narrow(DigammaOfPositive(low), DigammaOfPositive(high));
        var isPositive = Vector512.GreaterThan(x, Vector512<float>.Zero);
        return isPositive.AsInt32() == Vector512<int>.AllBitsSet
            ? value
            : Vector512.ConditionalSelect(isPositive, value, GammaLanes(x, isDerivative: true));
    }

    // Stirling's series from 8 on; below, Gamma(x) = Gamma(x + 8) / (x (x + 1) ... (x + 7)).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogGammaOfPositive(Vector512<double> x)
    {
        var isSmall = Vector512.LessThan(x, Vector512.Create(8.0));
        var product = x;
        for (var k = 1; k < 8; k++)
        {
            product *= x + Vector512.Create((double)k);
        }

        product = Vector512.ConditionalSelect(isSmall, product, Vector512<double>.One);
        var z = Vector512.ConditionalSelect(isSmall, x + Vector512.Create(8.0), x);
        var inverse = Vector512<double>.One / z;
        var w = inverse * inverse;
        var s = (w * Vector512.Create(Stirling7)) + Vector512.Create(Stirling6);
        s = (w * s) + Vector512.Create(Stirling5);
        s = (w * s) + Vector512.Create(Stirling4);
        s = (w * s) + Vector512.Create(Stirling3);
        s = (w * s) + Vector512.Create(Stirling2);
        s = (w * s) + Vector512.Create(Stirling1);
        s = (w * s) + Vector512.Create(Stirling0);
        var main = ((z - Vector512.Create(0.5)) * Vector512.Log(z)) - z + Vector512.Create(HalfLogTwoPi);
        return main + (s * inverse) - Vector512.Log(product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> DigammaOfPositive(Vector512<double> x)
    {
        var isSmall = Vector512.LessThan(x, Vector512.Create(8.0));
        // The product of x + k, and its derivative: their quotient is the sum of 1 / (x + k).
        var (product, slope) = (x, Vector512<double>.One);
        for (var k = 1; k < 8; k++)
        {
            var factor = x + Vector512.Create((double)k);
            slope = (slope * factor) + product;
            product *= factor;
        }

        var sum = Vector512.ConditionalSelect(isSmall, slope / product, Vector512<double>.Zero);
        var z = Vector512.ConditionalSelect(isSmall, x + Vector512.Create(8.0), x);
        var inverse = Vector512<double>.One / z;
        var w = inverse * inverse;
        var s = (w * Vector512.Create(15 * Stirling7)) + Vector512.Create(13 * Stirling6);
        s = (w * s) + Vector512.Create(11 * Stirling5);
        s = (w * s) + Vector512.Create(9 * Stirling4);
        s = (w * s) + Vector512.Create(7 * Stirling3);
        s = (w * s) + Vector512.Create(5 * Stirling2);
        s = (w * s) + Vector512.Create(3 * Stirling1);
        s = (w * s) + Vector512.Create(Stirling0);
        return Vector512.Log(z) - (inverse * Vector512.Create(0.5)) - (w * s) - sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> GammaLanes(Vector512<float> x, bool isDerivative)
    {
        var value = x;
        for (var lane = 0; lane < Vector512<float>.Count; lane++)
        {
            value = value.WithElement(
                lane,
                (float)(
                    isDerivative
                        ? Numerics.SpecialFunctions.Digamma(x[lane])
                        : Numerics.SpecialFunctions.LogGamma(x[lane])
                )
            );
        }

        return value;
    }
}
