using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Simd.Kernels;

/// <content>Tiles of 4 rows.</content>
internal static unsafe partial class Tile512
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add4x4(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var x2 = x1 + xr;
        var x3 = x2 + xr;
        var s1 = sums + sr;
        var s2 = s1 + sr;
        var s3 = s2 + sr;
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a02 = Vector512.Load(sums + 2 * Lanes);
        var a03 = Vector512.Load(sums + 3 * Lanes);
        var a10 = Vector512.Load(s1);
        var a11 = Vector512.Load(s1 + Lanes);
        var a12 = Vector512.Load(s1 + 2 * Lanes);
        var a13 = Vector512.Load(s1 + 3 * Lanes);
        var a20 = Vector512.Load(s2);
        var a21 = Vector512.Load(s2 + Lanes);
        var a22 = Vector512.Load(s2 + 2 * Lanes);
        var a23 = Vector512.Load(s2 + 3 * Lanes);
        var a30 = Vector512.Load(s3);
        var a31 = Vector512.Load(s3 + Lanes);
        var a32 = Vector512.Load(s3 + 2 * Lanes);
        var a33 = Vector512.Load(s3 + 3 * Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var b0 = Vector512.Create(x[k]);
            var b1 = Vector512.Create(x1[k]);
            var b2 = Vector512.Create(x2[k]);
            var b3 = Vector512.Create(x3[k]);
            var w0 = Vector512.Load(w);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
            a20 = Vector512.MultiplyAddEstimate(b2, w0, a20);
            a30 = Vector512.MultiplyAddEstimate(b3, w0, a30);
            var w1 = Vector512.Load(w + Lanes);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            a11 = Vector512.MultiplyAddEstimate(b1, w1, a11);
            a21 = Vector512.MultiplyAddEstimate(b2, w1, a21);
            a31 = Vector512.MultiplyAddEstimate(b3, w1, a31);
            var w2 = Vector512.Load(w + 2 * Lanes);
            a02 = Vector512.MultiplyAddEstimate(b0, w2, a02);
            a12 = Vector512.MultiplyAddEstimate(b1, w2, a12);
            a22 = Vector512.MultiplyAddEstimate(b2, w2, a22);
            a32 = Vector512.MultiplyAddEstimate(b3, w2, a32);
            var w3 = Vector512.Load(w + 3 * Lanes);
            a03 = Vector512.MultiplyAddEstimate(b0, w3, a03);
            a13 = Vector512.MultiplyAddEstimate(b1, w3, a13);
            a23 = Vector512.MultiplyAddEstimate(b2, w3, a23);
            a33 = Vector512.MultiplyAddEstimate(b3, w3, a33);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a02.Store(sums + 2 * Lanes);
        a03.Store(sums + 3 * Lanes);
        a10.Store(s1);
        a11.Store(s1 + Lanes);
        a12.Store(s1 + 2 * Lanes);
        a13.Store(s1 + 3 * Lanes);
        a20.Store(s2);
        a21.Store(s2 + Lanes);
        a22.Store(s2 + 2 * Lanes);
        a23.Store(s2 + 3 * Lanes);
        a30.Store(s3);
        a31.Store(s3 + Lanes);
        a32.Store(s3 + 2 * Lanes);
        a33.Store(s3 + 3 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add4x3(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var x2 = x1 + xr;
        var x3 = x2 + xr;
        var s1 = sums + sr;
        var s2 = s1 + sr;
        var s3 = s2 + sr;
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a02 = Vector512.Load(sums + 2 * Lanes);
        var a10 = Vector512.Load(s1);
        var a11 = Vector512.Load(s1 + Lanes);
        var a12 = Vector512.Load(s1 + 2 * Lanes);
        var a20 = Vector512.Load(s2);
        var a21 = Vector512.Load(s2 + Lanes);
        var a22 = Vector512.Load(s2 + 2 * Lanes);
        var a30 = Vector512.Load(s3);
        var a31 = Vector512.Load(s3 + Lanes);
        var a32 = Vector512.Load(s3 + 2 * Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var w0 = Vector512.Load(w);
            var w1 = Vector512.Load(w + Lanes);
            var w2 = Vector512.Load(w + 2 * Lanes);
            var b0 = Vector512.Create(x[k]);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            a02 = Vector512.MultiplyAddEstimate(b0, w2, a02);
            var b1 = Vector512.Create(x1[k]);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
            a11 = Vector512.MultiplyAddEstimate(b1, w1, a11);
            a12 = Vector512.MultiplyAddEstimate(b1, w2, a12);
            var b2 = Vector512.Create(x2[k]);
            a20 = Vector512.MultiplyAddEstimate(b2, w0, a20);
            a21 = Vector512.MultiplyAddEstimate(b2, w1, a21);
            a22 = Vector512.MultiplyAddEstimate(b2, w2, a22);
            var b3 = Vector512.Create(x3[k]);
            a30 = Vector512.MultiplyAddEstimate(b3, w0, a30);
            a31 = Vector512.MultiplyAddEstimate(b3, w1, a31);
            a32 = Vector512.MultiplyAddEstimate(b3, w2, a32);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a02.Store(sums + 2 * Lanes);
        a10.Store(s1);
        a11.Store(s1 + Lanes);
        a12.Store(s1 + 2 * Lanes);
        a20.Store(s2);
        a21.Store(s2 + Lanes);
        a22.Store(s2 + 2 * Lanes);
        a30.Store(s3);
        a31.Store(s3 + Lanes);
        a32.Store(s3 + 2 * Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add4x2(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var x2 = x1 + xr;
        var x3 = x2 + xr;
        var s1 = sums + sr;
        var s2 = s1 + sr;
        var s3 = s2 + sr;
        var a00 = Vector512.Load(sums);
        var a01 = Vector512.Load(sums + Lanes);
        var a10 = Vector512.Load(s1);
        var a11 = Vector512.Load(s1 + Lanes);
        var a20 = Vector512.Load(s2);
        var a21 = Vector512.Load(s2 + Lanes);
        var a30 = Vector512.Load(s3);
        var a31 = Vector512.Load(s3 + Lanes);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var w0 = Vector512.Load(w);
            var w1 = Vector512.Load(w + Lanes);
            var b0 = Vector512.Create(x[k]);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            var b1 = Vector512.Create(x1[k]);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
            a11 = Vector512.MultiplyAddEstimate(b1, w1, a11);
            var b2 = Vector512.Create(x2[k]);
            a20 = Vector512.MultiplyAddEstimate(b2, w0, a20);
            a21 = Vector512.MultiplyAddEstimate(b2, w1, a21);
            var b3 = Vector512.Create(x3[k]);
            a30 = Vector512.MultiplyAddEstimate(b3, w0, a30);
            a31 = Vector512.MultiplyAddEstimate(b3, w1, a31);
        }

        a00.Store(sums);
        a01.Store(sums + Lanes);
        a10.Store(s1);
        a11.Store(s1 + Lanes);
        a20.Store(s2);
        a21.Store(s2 + Lanes);
        a30.Store(s3);
        a31.Store(s3 + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add4x1(float* x, nint xr, nint xk, float* w, nint wk, int count, float* sums, nint sr)
    {
        var x1 = x + xr;
        var x2 = x1 + xr;
        var x3 = x2 + xr;
        var s1 = sums + sr;
        var s2 = s1 + sr;
        var s3 = s2 + sr;
        var a00 = Vector512.Load(sums);
        var a10 = Vector512.Load(s1);
        var a20 = Vector512.Load(s2);
        var a30 = Vector512.Load(s3);
        for (nint k = 0; count > 0; count--, k += xk, w += wk)
        {
            var w0 = Vector512.Load(w);
            var b0 = Vector512.Create(x[k]);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            var b1 = Vector512.Create(x1[k]);
            a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
            var b2 = Vector512.Create(x2[k]);
            a20 = Vector512.MultiplyAddEstimate(b2, w0, a20);
            var b3 = Vector512.Create(x3[k]);
            a30 = Vector512.MultiplyAddEstimate(b3, w0, a30);
        }

        a00.Store(sums);
        a10.Store(s1);
        a20.Store(s2);
        a30.Store(s3);
    }
}
