using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>The random factors of a training step, as kernels see them; without keys there is no noise.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Noise
{
    private readonly ulong[]? keys;

    /// <summary>The noise of a batch.</summary>
    /// <param name="keys">For each row the key of its example, of <see cref="RandomNumbers.MaskWords"/>.</param>
    internal Noise(ulong[] keys) => this.keys = keys;

    /// <summary>The factor of <c>Dropout</c>: 0 with the rate's probability, else 1 / (1 - rate); 1 without noise.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="site">The index of the noise in the program.</param>
    /// <param name="time">The time step.</param>
    /// <param name="unit">The first of the units.</param>
    /// <param name="rate">At least 0 and below 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Dropout<TVector>(int row, int site, int time, int unit, float rate)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Dropout512(row, site, time, unit, rate))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Dropout256(row, site, time, unit, rate))
        : Unsafe.BitCast<Vector128<float>, TVector>(Dropout128(row, site, time, unit, rate));

    /// <summary>The factor of <c>Keep</c>: 1 with the rate's probability, else 0; the rate without noise.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="site">The index of the noise in the program.</param>
    /// <param name="time">The time step.</param>
    /// <param name="unit">The first of the units.</param>
    /// <param name="rate">At least 0 and below 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Keep<TVector>(int row, int site, int time, int unit, float rate)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64 ? Unsafe.BitCast<Vector512<float>, TVector>(Keep512(row, site, time, unit, rate))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Keep256(row, site, time, unit, rate))
        : Unsafe.BitCast<Vector128<float>, TVector>(Keep128(row, site, time, unit, rate));

    /// <summary>The factor of <c>Normal</c>: a normal number of mean 0 and standard deviation 1; 0 without noise.</summary>
    /// <param name="row">The row of the batch.</param>
    /// <param name="site">The index of the noise in the program.</param>
    /// <param name="time">The time step.</param>
    /// <param name="unit">The first of the units.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Normal<TVector>(int row, int site, int time, int unit)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64 ? Unsafe.BitCast<Vector512<float>, TVector>(Normal512(row, site, time, unit))
        : Unsafe.SizeOf<TVector>() == 32 ? Unsafe.BitCast<Vector256<float>, TVector>(Normal256(row, site, time, unit))
        : Unsafe.BitCast<Vector128<float>, TVector>(Normal128(row, site, time, unit));
}
