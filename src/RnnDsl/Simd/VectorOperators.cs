using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Operators;

/// <summary>
/// The operators of a vector of floats whose width is a type parameter: of <c>Vector512&lt;float&gt;</c>, <c>Vector256&lt;float&gt;</c> and
/// <c>Vector128&lt;float&gt;</c>, and of no other type. A scalar operand is broadcast to all lanes.
/// </summary>
/// <remarks>
/// In generic code these vectors have no operators. A wrapper with operators keeps its vector in memory, at half the speed; a
/// type parameter that is the vector itself stays in registers, and the JIT drops the code of other widths.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorOperators
{
    extension<TVector>(TVector)
        where TVector : struct
    {
        /// <summary>The sum of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator +(TVector a, TVector b) =>
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

        /// <summary>The difference of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator -(TVector a, TVector b) =>
            Unsafe.SizeOf<TVector>() == 64
                ? Unsafe.BitCast<Vector512<float>, TVector>(
                    Unsafe.BitCast<TVector, Vector512<float>>(a) - Unsafe.BitCast<TVector, Vector512<float>>(b)
                )
            : Unsafe.SizeOf<TVector>() == 32
                ? Unsafe.BitCast<Vector256<float>, TVector>(
                    Unsafe.BitCast<TVector, Vector256<float>>(a) - Unsafe.BitCast<TVector, Vector256<float>>(b)
                )
            : Unsafe.BitCast<Vector128<float>, TVector>(
                Unsafe.BitCast<TVector, Vector128<float>>(a) - Unsafe.BitCast<TVector, Vector128<float>>(b)
            );

        /// <summary>The product of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator *(TVector a, TVector b) =>
            Unsafe.SizeOf<TVector>() == 64
                ? Unsafe.BitCast<Vector512<float>, TVector>(
                    Unsafe.BitCast<TVector, Vector512<float>>(a) * Unsafe.BitCast<TVector, Vector512<float>>(b)
                )
            : Unsafe.SizeOf<TVector>() == 32
                ? Unsafe.BitCast<Vector256<float>, TVector>(
                    Unsafe.BitCast<TVector, Vector256<float>>(a) * Unsafe.BitCast<TVector, Vector256<float>>(b)
                )
            : Unsafe.BitCast<Vector128<float>, TVector>(
                Unsafe.BitCast<TVector, Vector128<float>>(a) * Unsafe.BitCast<TVector, Vector128<float>>(b)
            );

        /// <summary>The quotient of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator /(TVector a, TVector b) =>
            Unsafe.SizeOf<TVector>() == 64
                ? Unsafe.BitCast<Vector512<float>, TVector>(
                    Unsafe.BitCast<TVector, Vector512<float>>(a) / Unsafe.BitCast<TVector, Vector512<float>>(b)
                )
            : Unsafe.SizeOf<TVector>() == 32
                ? Unsafe.BitCast<Vector256<float>, TVector>(
                    Unsafe.BitCast<TVector, Vector256<float>>(a) / Unsafe.BitCast<TVector, Vector256<float>>(b)
                )
            : Unsafe.BitCast<Vector128<float>, TVector>(
                Unsafe.BitCast<TVector, Vector128<float>>(a) / Unsafe.BitCast<TVector, Vector128<float>>(b)
            );

        /// <summary>The sum of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator +(float a, TVector b) => AnyVector.Create<TVector>(a) + b;

        /// <summary>The sum of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator +(TVector a, float b) => a + AnyVector.Create<TVector>(b);

        /// <summary>The difference of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator -(float a, TVector b) => AnyVector.Create<TVector>(a) - b;

        /// <summary>The difference of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator -(TVector a, float b) => a - AnyVector.Create<TVector>(b);

        /// <summary>The product of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator *(float a, TVector b) => AnyVector.Create<TVector>(a) * b;

        /// <summary>The product of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator *(TVector a, float b) => a * AnyVector.Create<TVector>(b);

        /// <summary>The quotient of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator /(float a, TVector b) => AnyVector.Create<TVector>(a) / b;

        /// <summary>The quotient of each lane.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator /(TVector a, float b) => a / AnyVector.Create<TVector>(b);

        /// <summary>Each lane with the other sign.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector operator -(TVector a) =>
            Unsafe.SizeOf<TVector>() == 64
                ? Unsafe.BitCast<Vector512<float>, TVector>(-Unsafe.BitCast<TVector, Vector512<float>>(a))
            : Unsafe.SizeOf<TVector>() == 32
                ? Unsafe.BitCast<Vector256<float>, TVector>(-Unsafe.BitCast<TVector, Vector256<float>>(a))
            : Unsafe.BitCast<Vector128<float>, TVector>(-Unsafe.BitCast<TVector, Vector128<float>>(a));
    }
}
