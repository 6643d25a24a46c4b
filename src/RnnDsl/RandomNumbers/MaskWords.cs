namespace RnnDsl.RandomNumbers;

/// <summary>
/// The random words that decide what a training step drops. Each is a function of the seed, the training step, the example, the
/// noise, the time step and the unit, and of nothing else: neither the batch, nor the threads, nor the vector width matters. Philox makes a
/// key for the example, the finalizer of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators")
/// one for each noise and time step; then 32-bit operations, which vectors support, mix in the unit: a finalizer with two
/// multiplications and the constants of lowbias32 (Wellons 2018, "Prospecting for hash functions").
/// </summary>
internal static class MaskWords
{
    public const uint UnitStep = 0x9E3779B9;
    public const uint Multiplier0 = 0x7FEB352D;
    public const uint Multiplier1 = 0x846CA68B;

    /// <summary>2 to the power of -31: a word becomes a share of 1.</summary>
    public const float Share = 1f / (1U << 31);

    /// <summary>A word becomes an angle in radians, of a whole turn.</summary>
    public const float Angle = (float)(2 * Math.PI / (1U << 31));

    /// <summary>The key of an example in a training step.</summary>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="step">The number of the training step.</param>
    /// <param name="example">The number of the example in its data set.</param>
    public static ulong Key(ulong seed, uint step, uint example)
    {
        var key = ((uint)seed, (uint)(seed >> 32));
        var words = Philox.Block((0, example, step, (uint)RandomPurpose.Dropout), key);
        return words.Word0 | ((ulong)words.Word1 << 32);
    }

    /// <summary>The key of a noise at a time step.</summary>
    public static ulong Key(ulong example, int site, int time)
    {
        unchecked
        {
            var z = example + ((((ulong)(uint)site << 32) | (uint)time) * 0x9E3779B97F4A7C15);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A second key of a noise at a time step, where a unit takes two words.</summary>
    /// <param name="key">The result of <see cref="Key(ulong, int, int)"/>.</param>
    public static ulong Next(ulong key) => Key(key, site: -1, time: -1);

    /// <summary>A normal number of mean 0 and standard deviation 1, by the method of Box and Muller, of the floats that vectors round to.</summary>
    /// <param name="key">The result of <see cref="Key(ulong, int, int)"/>.</param>
    /// <param name="unit">The place in the vector.</param>
    public static double Normal(ulong key, int unit)
    {
        var share = (Word(key, unit) | 1) * Share;
        var angle = Word(Next(key), unit) * Angle;
        return Math.Sqrt(-2 * Math.Log(share)) * Math.Cos(angle);
    }

    /// <summary>31 random bits for a unit.</summary>
    /// <param name="key">The result of <see cref="Key(ulong, int, int)"/>.</param>
    /// <param name="unit">The place in the vector.</param>
    public static int Word(ulong key, int unit)
    {
        unchecked
        {
            var x = (uint)key + ((uint)unit * UnitStep);
            x = (x ^ (x >> 16)) * Multiplier0;
            x += (uint)(key >> 32);
            x = (x ^ (x >> 15)) * Multiplier1;
            return (int)((x ^ (x >> 16)) >> 1);
        }
    }

    /// <summary>The threshold below which a word lies with this probability.</summary>
    /// <param name="rate">At least 0 and below 1.</param>
    public static int Threshold(float rate) => (int)(rate * (1U << 31));
}
