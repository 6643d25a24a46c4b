using System.Runtime.CompilerServices;

namespace RnnDsl.RandomNumbers;

/// <summary>
/// A separate sequence of random numbers for each (seed, purpose, step, element): the same on every run and thread,
/// independent of other streams. Up to 2^34 words long.
/// </summary>
public sealed partial class RandomStream
{
    private readonly (uint, uint) key;
    private readonly uint purpose;
    private readonly uint step;
    private readonly uint element;
    private readonly uint[] words = new uint[4];
    private uint block;
    private int used = 4;
    private double? spareNormal;

    /// <summary>Starts a stream at its beginning.</summary>
    /// <param name="seed">The seed that the user chose.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="step">The epoch, the training step.</param>
    /// <param name="element">The example, the parameter.</param>
    public RandomStream(ulong seed, RandomPurpose purpose, uint step = 0, uint element = 0)
    {
        key = ((uint)seed, (uint)(seed >> 32));
        this.purpose = (uint)purpose;
        this.step = step;
        this.element = element;
    }

    /// <summary>The stream of a name, which does not depend on other names.</summary>
    /// <param name="seed">The seed that the user chose.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="name">Such as the path of a parameter.</param>
    public static RandomStream Named(ulong seed, RandomPurpose purpose, string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // FNV-1a, because string.GetHashCode differs from run to run.
        var hash = 14695981039346656037;
        foreach (var character in name)
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }

        return new RandomStream(seed, purpose, (uint)(hash >> 32), (uint)hash);
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextWord()
    {
        if (used == words.Length)
        {
            (words[0], words[1], words[2], words[3]) = Block(block);
            block = checked(block + 1);
            used = 0;
        }

        return words[used++];
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble()
    {
        var high = NextWord();
        return ToDouble(high, NextWord());
    }

    /// <summary>Normal with mean 0 and standard deviation 1, by the method of Box and Muller.</summary>
    public double NextNormal()
    {
        if (spareNormal is { } spare)
        {
            spareNormal = null;
            return spare;
        }

        var first = NextDouble();
        var (cos, sin) = NormalPair(first, NextDouble());
        spareNormal = sin;
        return cos;
    }

    /// <summary>Uniform among the integers from 0 to <paramref name="limit"/> - 1, each exactly as likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is less than 1.</exception>
    public int NextBelow(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);

        // The high word of word * limit is uniform after the few low words that would bias the result are rejected.
        var bound = (uint)limit;
        var threshold = unchecked(0 - bound) % bound;
        ulong product;
        do
        {
            product = (ulong)NextWord() * bound;
        } while ((uint)product < threshold);

        return (int)(product >> 32);
    }

    /// <summary>Shuffles the items; each order is equally likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (uint Word0, uint Word1, uint Word2, uint Word3) Block(uint number) =>
        Philox.Block((number, element, step, purpose), key);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ToDouble(uint high, uint low) => ((((ulong)high << 32) | low) >> 11) * (1.0 / (1UL << 53));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double First, double Second) NormalPair(double first, double second)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - first));
        var (sin, cos) = Math.SinCos(2 * Math.PI * second);
        return (radius * cos, radius * sin);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double First, double Second) NormalPair((uint Word0, uint Word1, uint Word2, uint Word3) words) =>
        NormalPair(ToDouble(words.Word0, words.Word1), ToDouble(words.Word2, words.Word3));
}
