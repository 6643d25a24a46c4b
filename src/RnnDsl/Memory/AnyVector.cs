using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>
/// Converts between a vector type parameter and the concrete vector type. The JIT knows the type, so
/// the conversion costs nothing in compiled code.
/// </summary>
internal static unsafe class AnyVector
{
    /// <summary>A number in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Create<TVector>(float number)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64 ? Unsafe.BitCast<Vector512<float>, TVector>(Vector512.Create(number))
        : Unsafe.SizeOf<TVector>() == 32 ? Unsafe.BitCast<Vector256<float>, TVector>(Vector256.Create(number))
        : Unsafe.BitCast<Vector128<float>, TVector>(Vector128.Create(number));

    /// <summary>The sum, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TVector>(TVector a, TVector b)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(
                Unsafe.BitCast<TVector, Vector512<float>>(a) + Unsafe.BitCast<TVector, Vector512<float>>(b)
            )
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(
                Unsafe.BitCast<TVector, Vector256<float>>(a) + Unsafe.BitCast<TVector, Vector256<float>>(b)
            )
        : Unsafe.BitCast<Vector128<float>, TVector>(
            Unsafe.BitCast<TVector, Vector128<float>>(a) + Unsafe.BitCast<TVector, Vector128<float>>(b)
        );

    /// <summary>16 numbers, the upper half added to the lower one twice; they are in as many of the vectors as hold them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Halve<TVector>(TVector a, TVector b, TVector c, TVector d)
        where TVector : struct
    {
        if (Unsafe.SizeOf<TVector>() == 16)
        {
            var (first, second) = (Add(a, c), Add(b, d));
            return Unsafe.BitCast<TVector, Vector128<float>>(first) + Unsafe.BitCast<TVector, Vector128<float>>(second);
        }

        var halves =
            Unsafe.SizeOf<TVector>() == 32
                ? Unsafe.BitCast<TVector, Vector256<float>>(Add(a, b))
                : Unsafe.BitCast<TVector, Vector512<float>>(a).GetLower()
                    + Unsafe.BitCast<TVector, Vector512<float>>(a).GetUpper();
        return halves.GetLower() + halves.GetUpper();
    }

    /// <summary>Adds a vector to the numbers in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo<TVector>(float* at, TVector value)
        where TVector : struct
    {
        if (Unsafe.SizeOf<TVector>() == 64)
            (Vector512.Load(at) + Unsafe.BitCast<TVector, Vector512<float>>(value)).Store(at);
        else if (Unsafe.SizeOf<TVector>() == 32)
            (Vector256.Load(at) + Unsafe.BitCast<TVector, Vector256<float>>(value)).Store(at);
        else
            (Vector128.Load(at) + Unsafe.BitCast<TVector, Vector128<float>>(value)).Store(at);
    }
}
