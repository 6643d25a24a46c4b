using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RnnDsl.Parameters;

namespace RnnDsl.Training;

/// <summary>The length of the vector of all gradients.</summary>
internal static class GradientNorm
{
    /// <summary>The root of the sum of squares of all gradients.</summary>
    /// <param name="gradients">The gradients; a multiple of 16.</param>
    public static double Of(ReadOnlySpan<float> gradients) => Of(gradients, [new(0, gradients.Length)]);

    /// <summary>
    /// The root of the sum of squares, summed in double: 16 lanes for any vector width, then the
    /// lanes from first to last, so that the bits are the same everywhere.
    /// </summary>
    /// <param name="gradients">The gradients.</param>
    /// <param name="runs">The runs that are not all zero; adding the zeros would give the same bits.</param>
    public static double Of(ReadOnlySpan<float> gradients, ReadOnlySpan<ParameterRun> runs)
    {
        Vector256<double> sum0 = default;
        Vector256<double> sum1 = default;
        Vector256<double> sum2 = default;
        Vector256<double> sum3 = default;
        foreach (var run in runs)
        {
            var blocks = MemoryMarshal.Cast<float, Vector256<float>>(gradients.Slice(run.First, run.Length));
            for (var i = 0; i + 1 < blocks.Length; i += 2)
            {
                var (low, high) = Vector256.Widen(blocks[i]);
                sum0 += low * low;
                sum1 += high * high;
                (low, high) = Vector256.Widen(blocks[i + 1]);
                sum2 += low * low;
                sum3 += high * high;
            }
        }

        return Math.Sqrt(Lanes(sum0) + Lanes(sum1) + (Lanes(sum2) + Lanes(sum3)));
    }

    private static double Lanes(Vector256<double> sums) => sums[0] + sums[1] + (sums[2] + sums[3]);
}
