using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnDsl.Benchmarks.Peak;

internal sealed partial class FusedMultiplyAdd
{
    /// <summary>In 12 sums that do not wait for each other; locals, because the JIT keeps no array in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Run128(Vector128<float> x, Vector128<float> y)
    {
        Vector128<float> a = x,
            b = x,
            c = x,
            d = x,
            e = x,
            f = x,
            g = x,
            h = x,
            i = x,
            j = x,
            k = x,
            l = x;
        for (var n = 0; n < Rounds; n++)
        {
            a = Vector128.MultiplyAddEstimate(a, x, y);
            b = Vector128.MultiplyAddEstimate(b, x, y);
            c = Vector128.MultiplyAddEstimate(c, x, y);
            d = Vector128.MultiplyAddEstimate(d, x, y);
            e = Vector128.MultiplyAddEstimate(e, x, y);
            f = Vector128.MultiplyAddEstimate(f, x, y);
            g = Vector128.MultiplyAddEstimate(g, x, y);
            h = Vector128.MultiplyAddEstimate(h, x, y);
            i = Vector128.MultiplyAddEstimate(i, x, y);
            j = Vector128.MultiplyAddEstimate(j, x, y);
            k = Vector128.MultiplyAddEstimate(k, x, y);
            l = Vector128.MultiplyAddEstimate(l, x, y);
        }
        return Vector128.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
