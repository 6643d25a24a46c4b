using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <content>With vectors whose width is a type parameter, as generated equations have them.</content>
public static partial class VectorMath
{
    /// <summary>A number in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector All<TVector>(float number)
        where TVector : struct => AnyVector.Create<TVector>(number);

    /// <summary>1 in the lane of the unit that a token selects, else 0.</summary>
    /// <param name="token">The token, in all lanes.</param>
    /// <param name="unit">The unit of the first lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector OneHot<TVector>(TVector token, int unit)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(OneHot(Unsafe.BitCast<TVector, Vector512<float>>(token), unit))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(OneHot(Unsafe.BitCast<TVector, Vector256<float>>(token), unit))
        : Unsafe.BitCast<Vector128<float>, TVector>(OneHot(Unsafe.BitCast<TVector, Vector128<float>>(token), unit));
}
