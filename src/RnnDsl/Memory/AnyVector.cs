using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd;

/// <summary>
/// Converts between a vector type parameter and the concrete vector type. The JIT knows the type, so
/// the conversion costs nothing in compiled code.
/// </summary>
internal static class AnyVector
{
    /// <summary>A number in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Create<TVector>(float number)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64 ? Unsafe.BitCast<Vector512<float>, TVector>(Vector512.Create(number))
        : Unsafe.SizeOf<TVector>() == 32 ? Unsafe.BitCast<Vector256<float>, TVector>(Vector256.Create(number))
        : Unsafe.BitCast<Vector128<float>, TVector>(Vector128.Create(number));
}
