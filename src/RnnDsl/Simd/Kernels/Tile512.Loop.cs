using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RnnDsl.Simd.Kernels;

/// <content>
/// The loop over k. It is written for the largest tile; the JIT compiles it once for each shape, knows the counts of the shape's
/// types, and drops the code outside of it. Each sum is a separate local, because an array of vectors would live in memory.
/// </content>
internal static unsafe partial class Tile512
{
    /// <summary>The prefetch distance of weights, in k.</summary>
    private const int PrefetchSteps = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TRows, TVectors>(
        float* x,
        nint xr,
        nint xk,
        float* w,
        nint wk,
        int count,
        float* from,
        nint fr,
        float* sums,
        nint sr,
        float* ahead
    )
        where TRows : struct, ICount
        where TVectors : struct, ICount
    {
        var rows = TRows.Value;
        var vectors = TVectors.Value;
        var x1 = x + 1 * xr;
        var x2 = x + 2 * xr;
        var x3 = x + 3 * xr;
        var x4 = x + 4 * xr;
        var x5 = x + 5 * xr;
        var a00 = Load(from, 0 * fr, 0, rows > 0 && vectors > 0);
        var a01 = Load(from, 0 * fr, 1, rows > 0 && vectors > 1);
        var a02 = Load(from, 0 * fr, 2, rows > 0 && vectors > 2);
        var a03 = Load(from, 0 * fr, 3, rows > 0 && vectors > 3);
        var a10 = Load(from, 1 * fr, 0, rows > 1 && vectors > 0);
        var a11 = Load(from, 1 * fr, 1, rows > 1 && vectors > 1);
        var a12 = Load(from, 1 * fr, 2, rows > 1 && vectors > 2);
        var a13 = Load(from, 1 * fr, 3, rows > 1 && vectors > 3);
        var a20 = Load(from, 2 * fr, 0, rows > 2 && vectors > 0);
        var a21 = Load(from, 2 * fr, 1, rows > 2 && vectors > 1);
        var a22 = Load(from, 2 * fr, 2, rows > 2 && vectors > 2);
        var a23 = Load(from, 2 * fr, 3, rows > 2 && vectors > 3);
        var a30 = Load(from, 3 * fr, 0, rows > 3 && vectors > 0);
        var a31 = Load(from, 3 * fr, 1, rows > 3 && vectors > 1);
        var a32 = Load(from, 3 * fr, 2, rows > 3 && vectors > 2);
        var a33 = Load(from, 3 * fr, 3, rows > 3 && vectors > 3);
        var a40 = Load(from, 4 * fr, 0, rows > 4 && vectors > 0);
        var a41 = Load(from, 4 * fr, 1, rows > 4 && vectors > 1);
        var a42 = Load(from, 4 * fr, 2, rows > 4 && vectors > 2);
        var a43 = Load(from, 4 * fr, 3, rows > 4 && vectors > 3);
        var a50 = Load(from, 5 * fr, 0, rows > 5 && vectors > 0);
        var a51 = Load(from, 5 * fr, 1, rows > 5 && vectors > 1);
        var a52 = Load(from, 5 * fr, 2, rows > 5 && vectors > 2);
        var a53 = Load(from, 5 * fr, 3, rows > 5 && vectors > 3);

        Vector512<float> w0;
        Vector512<float> w1;
        Vector512<float> w2;
        Vector512<float> w3;
        nint k = 0;
        var end = w + count * wk;

        // Two k at a time: decoding the loop overhead costs time, since with 16 registers there are only 12 products for each k.
        for (; w < end; ahead += Padding.Floats)
        {
            Ask(ahead, w, wk, wide: rows > 3 && vectors > 2);
            w0 = Load(w, 0, 0, vectors > 0);
            w1 = Load(w, 0, 1, vectors > 1);
            w2 = Load(w, 0, 2, vectors > 2);
            w3 = Load(w, 0, 3, vectors > 3);
            MultiplyAdd<TVectors>(x[k], w0, w1, w2, w3, ref a00, ref a01, ref a02, ref a03);
            if (rows > 1)
                MultiplyAdd<TVectors>(x1[k], w0, w1, w2, w3, ref a10, ref a11, ref a12, ref a13);
            if (rows > 2)
                MultiplyAdd<TVectors>(x2[k], w0, w1, w2, w3, ref a20, ref a21, ref a22, ref a23);
            if (rows > 3)
                MultiplyAdd<TVectors>(x3[k], w0, w1, w2, w3, ref a30, ref a31, ref a32, ref a33);
            if (rows > 4)
                MultiplyAdd<TVectors>(x4[k], w0, w1, w2, w3, ref a40, ref a41, ref a42, ref a43);
            if (rows > 5)
                MultiplyAdd<TVectors>(x5[k], w0, w1, w2, w3, ref a50, ref a51, ref a52, ref a53);
            k += xk;
            w += wk;
            if (w == end)
                break;
            w0 = Load(w, 0, 0, vectors > 0);
            w1 = Load(w, 0, 1, vectors > 1);
            w2 = Load(w, 0, 2, vectors > 2);
            w3 = Load(w, 0, 3, vectors > 3);
            MultiplyAdd<TVectors>(x[k], w0, w1, w2, w3, ref a00, ref a01, ref a02, ref a03);
            if (rows > 1)
                MultiplyAdd<TVectors>(x1[k], w0, w1, w2, w3, ref a10, ref a11, ref a12, ref a13);
            if (rows > 2)
                MultiplyAdd<TVectors>(x2[k], w0, w1, w2, w3, ref a20, ref a21, ref a22, ref a23);
            if (rows > 3)
                MultiplyAdd<TVectors>(x3[k], w0, w1, w2, w3, ref a30, ref a31, ref a32, ref a33);
            if (rows > 4)
                MultiplyAdd<TVectors>(x4[k], w0, w1, w2, w3, ref a40, ref a41, ref a42, ref a43);
            if (rows > 5)
                MultiplyAdd<TVectors>(x5[k], w0, w1, w2, w3, ref a50, ref a51, ref a52, ref a53);
            k += xk;
            w += wk;
        }

        Store(a00, sums, 0 * sr, 0, rows > 0 && vectors > 0);
        Store(a01, sums, 0 * sr, 1, rows > 0 && vectors > 1);
        Store(a02, sums, 0 * sr, 2, rows > 0 && vectors > 2);
        Store(a03, sums, 0 * sr, 3, rows > 0 && vectors > 3);
        Store(a10, sums, 1 * sr, 0, rows > 1 && vectors > 0);
        Store(a11, sums, 1 * sr, 1, rows > 1 && vectors > 1);
        Store(a12, sums, 1 * sr, 2, rows > 1 && vectors > 2);
        Store(a13, sums, 1 * sr, 3, rows > 1 && vectors > 3);
        Store(a20, sums, 2 * sr, 0, rows > 2 && vectors > 0);
        Store(a21, sums, 2 * sr, 1, rows > 2 && vectors > 1);
        Store(a22, sums, 2 * sr, 2, rows > 2 && vectors > 2);
        Store(a23, sums, 2 * sr, 3, rows > 2 && vectors > 3);
        Store(a30, sums, 3 * sr, 0, rows > 3 && vectors > 0);
        Store(a31, sums, 3 * sr, 1, rows > 3 && vectors > 1);
        Store(a32, sums, 3 * sr, 2, rows > 3 && vectors > 2);
        Store(a33, sums, 3 * sr, 3, rows > 3 && vectors > 3);
        Store(a40, sums, 4 * sr, 0, rows > 4 && vectors > 0);
        Store(a41, sums, 4 * sr, 1, rows > 4 && vectors > 1);
        Store(a42, sums, 4 * sr, 2, rows > 4 && vectors > 2);
        Store(a43, sums, 4 * sr, 3, rows > 4 && vectors > 3);
        Store(a50, sums, 5 * sr, 0, rows > 5 && vectors > 0);
        Store(a51, sums, 5 * sr, 1, rows > 5 && vectors > 1);
        Store(a52, sums, 5 * sr, 2, rows > 5 && vectors > 2);
        Store(a53, sums, 5 * sr, 3, rows > 5 && vectors > 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyAdd<TVectors>(
        float x,
        Vector512<float> w0,
        Vector512<float> w1,
        Vector512<float> w2,
        Vector512<float> w3,
        ref Vector512<float> a0,
        ref Vector512<float> a1,
        ref Vector512<float> a2,
        ref Vector512<float> a3
    )
        where TVectors : struct, ICount
    {
        var b = Vector512.Create(x);
        a0 = Vector512.MultiplyAddEstimate(b, w0, a0);
        if (TVectors.Value > 1)
            a1 = Vector512.MultiplyAddEstimate(b, w1, a1);
        if (TVectors.Value > 2)
            a2 = Vector512.MultiplyAddEstimate(b, w2, a2);
        if (TVectors.Value > 3)
            a3 = Vector512.MultiplyAddEstimate(b, w3, a3);
    }

    // Prefetches a line of the next weights to the L2 cache, and for a wide tile some of the nearer ones to the L1 cache.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Ask(float* ahead, float* w, nint wk, bool wide)
    {
        if (!Sse.IsSupported)
            return;
        Sse.Prefetch1(ahead);
        if (wide)
        {
            Sse.Prefetch0(w + PrefetchSteps * wk);
            Sse.Prefetch0(w + (PrefetchSteps + 1) * wk);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(float* start, nint row, int vector, bool exists) =>
        exists ? Vector512.Load(start + row + vector * Lanes) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> sum, float* start, nint row, int vector, bool exists)
    {
        if (exists)
            sum.Store(start + row + vector * Lanes);
    }
}
