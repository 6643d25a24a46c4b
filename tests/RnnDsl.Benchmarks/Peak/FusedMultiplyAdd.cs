using System.Runtime.Intrinsics;
using RnnDsl.Benchmarks.Timing;
using RnnDsl.Simd;

namespace RnnDsl.Benchmarks.Peak;

/// <summary>
/// Multiplies and adds in registers, and does nothing else: no program on this machine computes faster. Two units that take
/// four cycles, as in today's processors, are busy with 8 independent sums; there are 12, which fit the 16 registers of
/// processors without AVX-512.
/// </summary>
internal sealed partial class FusedMultiplyAdd : IParallelWork
{
    private const int Sums = 12;
    private const int Rounds = 1 << 20;
    private const int BitsOfFloat = 32;

    private readonly int bits;
    private readonly float[] results;

    private FusedMultiplyAdd(int bits, int threads)
    {
        this.bits = bits;
        results = new float[threads];
    }

    /// <summary>The width of the vectors that the library computes with on this machine.</summary>
    public static int BitsInUse => Width.Lanes * BitsOfFloat;

    /// <summary>Billions of operations in a second, with a multiplication and an addition as two.</summary>
    /// <param name="bits">512, 256 or 128; not wider than <see cref="BitsInUse"/>.</param>
    /// <param name="threads">Threads that do so at the same time.</param>
    public static double Gflops(int bits, int threads)
    {
        var work = new FusedMultiplyAdd(bits, threads);
        var milliseconds = Best.Of(() => Workers.Shared.Run(threads, work));
        return 2.0 * Sums * Rounds * (bits / BitsOfFloat) * threads / milliseconds / 1e6;
    }

    /// <inheritdoc/>
    public void Execute(int part, int parts) =>
        // Numbers that stay where they are: sums that grow, or vanish, could take other times.
        results[part] = bits switch
        {
            512 => Run512(Vector512.Create(0.5f), Vector512.Create(0.25f)),
            256 => Run256(Vector256.Create(0.5f), Vector256.Create(0.25f)),
            _ => Run128(Vector128.Create(0.5f), Vector128.Create(0.25f)),
        };
}
