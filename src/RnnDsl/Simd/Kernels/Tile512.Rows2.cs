using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <content>Tiles of 2 rows.</content>
internal static unsafe partial class Tile512
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add2x4(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var s1 = sums + sr;
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a02 = Vector512.Load(sums + 2 * Lanes);
        var a03 = Vector512.Load(sums + 3 * Lanes);
        var a10 = Vector512.Load(s1);
        var a11 = Vector512.Load(s1 + Lanes);
        var a12 = Vector512.Load(s1 + 2 * Lanes);
        var a13 = Vector512.Load(s1 + 3 * Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var b1 = Vector512.Create(x1[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
            var w1 = Vector512.Load(w + Lanes);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            a11 = Vector512.MultiplyAddEstimate(b1, w1, a11);
            var w2 = Vector512.Load(w + 2 * Lanes);
            a02 = Vector512.MultiplyAddEstimate(b0, w2, a02);
            a12 = Vector512.MultiplyAddEstimate(b1, w2, a12);
            var w3 = Vector512.Load(w + 3 * Lanes);
            a03 = Vector512.MultiplyAddEstimate(b0, w3, a03);
            a13 = Vector512.MultiplyAddEstimate(b1, w3, a13);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a02.Store(sums + 2 * Lanes);
        a03.Store(sums + 3 * Lanes);
        a10.Store(s1);
        a11.Store(s1 + Lanes);
        a12.Store(s1 + 2 * Lanes);
        a13.Store(s1 + 3 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add2x3(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var s1 = sums + sr;
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a02 = Vector512.Load(sums + 2 * Lanes);
        var a10 = Vector512.Load(s1);
        var a11 = Vector512.Load(s1 + Lanes);
        var a12 = Vector512.Load(s1 + 2 * Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var b1 = Vector512.Create(x1[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
            var w1 = Vector512.Load(w + Lanes);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            a11 = Vector512.MultiplyAddEstimate(b1, w1, a11);
            var w2 = Vector512.Load(w + 2 * Lanes);
            a02 = Vector512.MultiplyAddEstimate(b0, w2, a02);
            a12 = Vector512.MultiplyAddEstimate(b1, w2, a12);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a02.Store(sums + 2 * Lanes);
        a10.Store(s1);
        a11.Store(s1 + Lanes);
        a12.Store(s1 + 2 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add2x2(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var s1 = sums + sr;
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a10 = Vector512.Load(s1);
        var a11 = Vector512.Load(s1 + Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var b1 = Vector512.Create(x1[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
            var w1 = Vector512.Load(w + Lanes);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            a11 = Vector512.MultiplyAddEstimate(b1, w1, a11);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a10.Store(s1);
        a11.Store(s1 + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add2x1(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var s1 = sums + sr;
        var a00 = Vector512.Load(sums);
        var a10 = Vector512.Load(s1);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var w0 = Vector512.Load(w);
            var b0 = Vector512.Create(x[k]);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            var b1 = Vector512.Create(x1[k]);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
        }

        a00.Store(sums);
        a10.Store(s1);
    }
}
