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

    /// <summary>Hyperbolic tangent, within 4 ulp (6 without fused multiply-add); beyond 10 in size exactly 1 or -1. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Tanh(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Tanh(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Tanh(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>The logistic function 1 / (1 + exp(-x)), within 3 ulp from -87 on; exactly 0 below -89 and 1 above 17. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Sigmoid(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Sigmoid(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Sigmoid(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>The exponential, within 2 ulp; infinity above 88.73, 0 below -103.98. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Exp(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Exp(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Exp(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>The natural logarithm, within 2 ulp; of 0 minus infinity, of negative numbers NaN. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Log(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Log(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Log(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>x where it is positive, else 0. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Relu<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Relu(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Relu(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Relu(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>The square root, correctly rounded; of negative numbers NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sqrt<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Sqrt(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Sqrt(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Sqrt(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>The absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Abs<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Abs(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Abs(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Abs(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>The square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Square<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Square(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Square(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Square(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>1 where x is greater than 0, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Step<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Step(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Step(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Step(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>1 where x is greater than 0, -1 where it is less, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sign<TVector>(TVector x)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(Sign(Unsafe.BitCast<TVector, Vector512<float>>(x)))
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(Sign(Unsafe.BitCast<TVector, Vector256<float>>(x)))
        : Unsafe.BitCast<Vector128<float>, TVector>(Sign(Unsafe.BitCast<TVector, Vector128<float>>(x)));

    /// <summary>1 where both are equal, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Equal<TVector>(TVector a, TVector b)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(
                Equal(Unsafe.BitCast<TVector, Vector512<float>>(a), Unsafe.BitCast<TVector, Vector512<float>>(b))
            )
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(
                Equal(Unsafe.BitCast<TVector, Vector256<float>>(a), Unsafe.BitCast<TVector, Vector256<float>>(b))
            )
        : Unsafe.BitCast<Vector128<float>, TVector>(
            Equal(Unsafe.BitCast<TVector, Vector128<float>>(a), Unsafe.BitCast<TVector, Vector128<float>>(b))
        );

    /// <summary>1 where a is greater than or equal to b, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector GreaterEqual<TVector>(TVector a, TVector b)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(
                GreaterEqual(Unsafe.BitCast<TVector, Vector512<float>>(a), Unsafe.BitCast<TVector, Vector512<float>>(b))
            )
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(
                GreaterEqual(Unsafe.BitCast<TVector, Vector256<float>>(a), Unsafe.BitCast<TVector, Vector256<float>>(b))
            )
        : Unsafe.BitCast<Vector128<float>, TVector>(
            GreaterEqual(Unsafe.BitCast<TVector, Vector128<float>>(a), Unsafe.BitCast<TVector, Vector128<float>>(b))
        );

    /// <summary>The greater of both; NaN if one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Max<TVector>(TVector a, TVector b)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(
                Max(Unsafe.BitCast<TVector, Vector512<float>>(a), Unsafe.BitCast<TVector, Vector512<float>>(b))
            )
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(
                Max(Unsafe.BitCast<TVector, Vector256<float>>(a), Unsafe.BitCast<TVector, Vector256<float>>(b))
            )
        : Unsafe.BitCast<Vector128<float>, TVector>(
            Max(Unsafe.BitCast<TVector, Vector128<float>>(a), Unsafe.BitCast<TVector, Vector128<float>>(b))
        );

    /// <summary>The lesser of both; NaN if one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Min<TVector>(TVector a, TVector b)
        where TVector : struct =>
        Unsafe.SizeOf<TVector>() == 64
            ? Unsafe.BitCast<Vector512<float>, TVector>(
                Min(Unsafe.BitCast<TVector, Vector512<float>>(a), Unsafe.BitCast<TVector, Vector512<float>>(b))
            )
        : Unsafe.SizeOf<TVector>() == 32
            ? Unsafe.BitCast<Vector256<float>, TVector>(
                Min(Unsafe.BitCast<TVector, Vector256<float>>(a), Unsafe.BitCast<TVector, Vector256<float>>(b))
            )
        : Unsafe.BitCast<Vector128<float>, TVector>(
            Min(Unsafe.BitCast<TVector, Vector128<float>>(a), Unsafe.BitCast<TVector, Vector128<float>>(b))
        );

    /// <summary>1 in the lane of the unit that a token is the number of, else 0.</summary>
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
