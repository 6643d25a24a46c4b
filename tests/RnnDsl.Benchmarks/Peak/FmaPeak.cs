using System.Globalization;

namespace RnnDsl.Benchmarks.Peak;

/// <summary>The measured peak performance of this machine.</summary>
/// <param name="Bits">The width of the vectors.</param>
/// <param name="Threads">The threads that compute.</param>
/// <param name="Gflops">Billions of operations in a second.</param>
public sealed record FmaPeak(int Bits, int Threads, double Gflops)
{
    /// <summary>All results are compared with it, so a measurement under load must not count as the peak.</summary>
    private const int Tries = 4;

    /// <summary>The peak of the vectors in use, and that of 256-bit vectors where those are wider.</summary>
    public static IReadOnlyList<FmaPeak> Measure(int threads) =>
        [
            .. new[] { FusedMultiplyAdd.BitsInUse, 256 }
                .Where(bits => bits <= FusedMultiplyAdd.BitsInUse)
                .Distinct()
                .Select(bits => new FmaPeak(bits, threads, Best(bits, threads))),
        ];

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"peak of {Bits}-bit FMA, --threads {Threads}: {Gflops:F1} GFLOP/s"
        );

    private static double Best(int bits, int threads) =>
        Enumerable.Range(0, Tries).Max(_ => FusedMultiplyAdd.Gflops(bits, threads));
}
