using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <content>Sine and cosine, with 512-bit vectors.</content>
public static partial class VectorMath
{
    /// <summary>The sine of an angle in radians, within 2 ulp for every float; of infinity NaN. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) => Wave(x, quarter: 0);

    /// <summary>The cosine of an angle in radians, within 2 ulp for every float; of infinity NaN. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) => Wave(x, quarter: 1);

    /// <summary>The sine of x and a number of quarter turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Wave(Vector512<float> x, int quarter)
    {
        var isSmall = Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(WaveBound));
        var wave = SmallWave(x, quarter);
        // A lane's bits depend on no other lane, so that each vector width gives the same bits.
        return isSmall.AsInt32() == Vector512<int>.AllBitsSet
            ? wave
            : Vector512.ConditionalSelect(isSmall, wave, LargeWave(x, quarter));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SmallWave(Vector512<float> x, int quarter)
    {
        // In double precision, since the remainder of a float near a multiple of pi / 2 has few correct bits left.
        var (low, high) = Vector512.Widen(x);
        var (lowQuarters, highQuarters) = (Quarters(low), Quarters(high));
        var r = Vector512.Narrow(Rest(low, lowQuarters), Rest(high, highQuarters));
        var turn = Vector512.ConvertToInt32(Vector512.Narrow(lowQuarters, highQuarters)) + Vector512.Create(quarter);

        var z = r * r;
        var s = Vector512.MultiplyAddEstimate(z, Vector512.Create(SinP2), Vector512.Create(SinP1));
        s = Vector512.MultiplyAddEstimate(z, s, Vector512.Create(SinP0));
        var sin = Vector512.MultiplyAddEstimate(r * z, s, r);
        var c = Vector512.MultiplyAddEstimate(z, Vector512.Create(CosP2), Vector512.Create(CosP1));
        c = Vector512.MultiplyAddEstimate(z, c, Vector512.Create(CosP0));
        var cos = Vector512.MultiplyAddEstimate(z, Vector512.Create(-0.5f), Vector512<float>.One);
        cos = Vector512.MultiplyAddEstimate(z * z, c, cos);

        var isOdd = Vector512.Equals(turn & Vector512<int>.One, Vector512<int>.One);
        var wave = Vector512.ConditionalSelect(isOdd.AsSingle(), cos, sin);
        // In the second half of a turn the sign is negated.
        return (wave.AsInt32() ^ ((turn & Vector512.Create(2)) << 30)).AsSingle();
    }

    /// <summary>The multiple of pi / 2 that is nearest, as a whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quarters(Vector512<double> x) =>
        (x * Vector512.Create(QuartersPerRadian)) + Vector512.Create(WholeShift) - Vector512.Create(WholeShift);

    /// <summary>The remainder of x after those multiples of pi / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Rest(Vector512<double> x, Vector512<double> quarters) =>
        x - (quarters * Vector512.Create(HalfPiHigh)) - (quarters * Vector512.Create(HalfPiLow));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> LargeWave(Vector512<float> x, int quarter)
    {
        var wave = x;
        for (var lane = 0; lane < Vector512<float>.Count; lane++)
        {
            wave = wave.WithElement(lane, (float)(quarter == 0 ? Math.Sin(x[lane]) : Math.Cos(x[lane])));
        }

        return wave;
    }
}
