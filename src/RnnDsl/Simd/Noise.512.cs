using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using RnnDsl.RandomNumbers;

namespace RnnDsl.Simd;

/// <content>With 512-bit vectors.</content>
public readonly partial struct Noise
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Dropout512(int row, int site, int time, int unit, float rate)
    {
        if (keys is null)
            return Vector512<float>.One;
        var isDropped = IsBelow512(row, site, time, unit, rate);
        return Vector512.AndNot(Vector512.Create(1 / (1 - rate)), isDropped);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Keep512(int row, int site, int time, int unit, float rate) =>
        keys is null ? Vector512.Create(rate) : Vector512<float>.One & IsBelow512(row, site, time, unit, rate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> IsBelow512(int row, int site, int time, int unit, float rate)
    {
        var word = Word512(MaskWords.Key(keys![row], site, time), unit);
        return Vector512.LessThan(word, Vector512.Create(MaskWords.Threshold(rate))).AsSingle();
    }

    /// <summary>By the method of Box and Muller, from two words of each unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Normal512(int row, int site, int time, int unit)
    {
        if (keys is null)
            return Vector512<float>.Zero;
        var key = MaskWords.Key(keys[row], site, time);
        // An odd word is above 0, and its logarithm finite.
        var first = Word512(key, unit) | Vector512<int>.One;
        var second = Word512(MaskWords.Next(key), unit);
        var share = Vector512.ConvertToSingle(first) * Vector512.Create(MaskWords.Share);
        var angle = Vector512.ConvertToSingle(second) * Vector512.Create(MaskWords.Angle);
        return VectorMath.Sqrt(Vector512.Create(-2f) * VectorMath.Log(share)) * VectorMath.Cos(angle);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Word512(ulong key, int unit)
    {
        var units = Vector512<uint>.Indices + Vector512.Create((uint)unit);
        var x = Vector512.Create((uint)key) + units * MaskWords.UnitStep;
        x = (x ^ (x >> 16)) * MaskWords.Multiplier0;
        x += Vector512.Create((uint)(key >> 32));
        x = (x ^ (x >> 15)) * MaskWords.Multiplier1;
        return ((x ^ (x >> 16)) >> 1).AsInt32();
    }
}
