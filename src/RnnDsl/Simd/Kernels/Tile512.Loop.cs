using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RnnDsl.Simd.Kernels;

/// <content>
/// The loop over k. It is written for the largest tile; the JIT compiles it once for each shape, knows the counts of the shape's
/// types, and drops what lies outside of it. Each sum has a name of its own, because an array of vectors would live in memory.
/// </content>
internal static unsafe partial class Tile512
{
    /// <summary>
    /// How many k ahead weights are asked for. Weights larger than the nearest cache come from the next ones, whose own prefetching
    /// leaves a gap (measured at 8 MB of weights: 96 GFLOP/s without, 109 with 16, 103 with 4).
    /// </summary>
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
        nint sr
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

        // What the front end decodes for each k counts: with 16 registers it is as much as there is time for.
        var end = w + count * wk;
        var ahead = PrefetchSteps * wk;
        for (nint k = 0; w < end; k += xk, w += wk)
        {
            var w0 = Weights(w, ahead, 0, vectors > 0, rows > 3);
            var w1 = Weights(w, ahead, 1, vectors > 1, rows > 3);
            var w2 = Weights(w, ahead, 2, vectors > 2, rows > 3);
            var w3 = Weights(w, ahead, 3, vectors > 3, rows > 3);
            var b0 = Vector512.Create(x[k]);
            a00 = Vector512.MultiplyAddEstimate(b0, w0, a00);
            if (vectors > 1)
                a01 = Vector512.MultiplyAddEstimate(b0, w1, a01);
            if (vectors > 2)
                a02 = Vector512.MultiplyAddEstimate(b0, w2, a02);
            if (vectors > 3)
                a03 = Vector512.MultiplyAddEstimate(b0, w3, a03);
            if (rows > 1)
            {
                var b1 = Vector512.Create(x1[k]);
                a10 = Vector512.MultiplyAddEstimate(b1, w0, a10);
                if (vectors > 1)
                    a11 = Vector512.MultiplyAddEstimate(b1, w1, a11);
                if (vectors > 2)
                    a12 = Vector512.MultiplyAddEstimate(b1, w2, a12);
                if (vectors > 3)
                    a13 = Vector512.MultiplyAddEstimate(b1, w3, a13);
            }
            if (rows > 2)
            {
                var b2 = Vector512.Create(x2[k]);
                a20 = Vector512.MultiplyAddEstimate(b2, w0, a20);
                if (vectors > 1)
                    a21 = Vector512.MultiplyAddEstimate(b2, w1, a21);
                if (vectors > 2)
                    a22 = Vector512.MultiplyAddEstimate(b2, w2, a22);
                if (vectors > 3)
                    a23 = Vector512.MultiplyAddEstimate(b2, w3, a23);
            }
            if (rows > 3)
            {
                var b3 = Vector512.Create(x3[k]);
                a30 = Vector512.MultiplyAddEstimate(b3, w0, a30);
                if (vectors > 1)
                    a31 = Vector512.MultiplyAddEstimate(b3, w1, a31);
                if (vectors > 2)
                    a32 = Vector512.MultiplyAddEstimate(b3, w2, a32);
                if (vectors > 3)
                    a33 = Vector512.MultiplyAddEstimate(b3, w3, a33);
            }
            if (rows > 4)
            {
                var b4 = Vector512.Create(x4[k]);
                a40 = Vector512.MultiplyAddEstimate(b4, w0, a40);
                if (vectors > 1)
                    a41 = Vector512.MultiplyAddEstimate(b4, w1, a41);
                if (vectors > 2)
                    a42 = Vector512.MultiplyAddEstimate(b4, w2, a42);
                if (vectors > 3)
                    a43 = Vector512.MultiplyAddEstimate(b4, w3, a43);
            }
            if (rows > 5)
            {
                var b5 = Vector512.Create(x5[k]);
                a50 = Vector512.MultiplyAddEstimate(b5, w0, a50);
                if (vectors > 1)
                    a51 = Vector512.MultiplyAddEstimate(b5, w1, a51);
                if (vectors > 2)
                    a52 = Vector512.MultiplyAddEstimate(b5, w2, a52);
                if (vectors > 3)
                    a53 = Vector512.MultiplyAddEstimate(b5, w3, a53);
            }
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

    // Panels follow each other in memory, so what lies ahead is read next even at the end of one. Few rows leave no time to ask.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Weights(float* w, nint ahead, int vector, bool exists, bool hasTime)
    {
        if (Sse.IsSupported && exists && hasTime && vector * Lanes % Padding.Floats == 0)
            Sse.Prefetch0(w + ahead + vector * Lanes);
        return Load(w, 0, vector, exists);
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
