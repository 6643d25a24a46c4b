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
        var key = MaskWords.Key(keys![row], site, time);
        var units = Vector512<uint>.Indices + Vector512.Create((uint)unit);
        var x = Vector512.Create((uint)key) + units * MaskWords.UnitStep;
        x = (x ^ (x >> 16)) * MaskWords.Multiplier0;
        x += Vector512.Create((uint)(key >> 32));
        x = (x ^ (x >> 15)) * MaskWords.Multiplier1;
        var word = ((x ^ (x >> 16)) >> 1).AsInt32();
        return Vector512.LessThan(word, Vector512.Create(MaskWords.Threshold(rate))).AsSingle();
    }
}
