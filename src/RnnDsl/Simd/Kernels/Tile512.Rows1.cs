using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <content>Tiles of 1 row.</content>
internal static unsafe partial class Tile512
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add1x4(float* x, nint xk, float* w, nint wk, int count, float* sums)
    {
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a02 = Vector512.Load(sums + 2 * Lanes);
        var a03 = Vector512.Load(sums + 3 * Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            var w1 = Vector512.Load(w + Lanes);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            var w2 = Vector512.Load(w + 2 * Lanes);
            a02 = Vector512.MultiplyAddEstimate(b0, w2, a02);
            var w3 = Vector512.Load(w + 3 * Lanes);
            a03 = Vector512.MultiplyAddEstimate(b0, w3, a03);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a02.Store(sums + 2 * Lanes);
        a03.Store(sums + 3 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add1x3(float* x, nint xk, float* w, nint wk, int count, float* sums)
    {
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a02 = Vector512.Load(sums + 2 * Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            var w1 = Vector512.Load(w + Lanes);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            var w2 = Vector512.Load(w + 2 * Lanes);
            a02 = Vector512.MultiplyAddEstimate(b0, w2, a02);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a02.Store(sums + 2 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add1x2(float* x, nint xk, float* w, nint wk, int count, float* sums)
    {
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            var w1 = Vector512.Load(w + Lanes);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add1x1(float* x, nint xk, float* w, nint wk, int count, float* sums)
    {
        var a00 = Vector512.Load(sums);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
        }

        a00.Store(sums);
    }
}
