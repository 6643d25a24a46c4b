using System.Runtime.CompilerServices;

namespace RnnDsl.RandomNumbers;

/// <summary>
/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2,
/// 3"): four random words from a counter of four words and a key of two. It has no state, so numbers can be
/// drawn in any order and on any thread.
/// </summary>
public static class Philox
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint KeyStep0 = 0x9E3779B9; // The golden ratio, and the square root of 3 minus 1.
    private const uint KeyStep1 = 0xBB67AE85;

    /// <summary>The four random words that belong to a counter and a key.</summary>
    /// <param name="counter">Four words, the lowest first.</param>
    /// <param name="key">Two words, the lower first.</param>
    // Parameters are drawn before any loop has run often enough for the JIT to optimize it by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Block(
        (uint Word0, uint Word1, uint Word2, uint Word3) counter,
        (uint Word0, uint Word1) key
    )
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = (
                (uint)(product1 >> 32) ^ c1 ^ k0,
                (uint)product1,
                (uint)(product0 >> 32) ^ c3 ^ k1,
                (uint)product0
            );
            k0 = unchecked(k0 + KeyStep0);
            k1 = unchecked(k1 + KeyStep1);
        }

        return (c0, c1, c2, c3);
    }
}
