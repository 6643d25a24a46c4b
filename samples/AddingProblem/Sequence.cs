namespace AddingProblem;

/// <summary>
/// The adding problem of Hochreiter and Schmidhuber 1997, "Long short-term memory", experiment 4, in the form of Le, Jaitly and
/// Hinton 2015, "A simple way to initialize recurrent networks of rectified linear units", section 4.1: of values between 0 and 1 two
/// are marked, and their sum is asked for at the end.
/// </summary>
/// <param name="Pairs">A value and its mark, 1 or 0, step by step.</param>
/// <param name="Sum">The sum of the marked values: one number.</param>
internal readonly record struct Sequence(float[] Pairs, float[] Sum)
{
    /// <summary>A sum that is off by less is right: Hochreiter and Schmidhuber 1997, section 5.4.</summary>
    public const double Tolerance = 0.04;

    /// <summary>The number of steps.</summary>
    public int Length => Pairs.Length / 2;

    /// <summary>Whether a net that says this is right.</summary>
    public bool IsRight(double sum) => Math.Abs(sum - Sum[0]) < Tolerance;

    /// <summary>A random sequence of at least two steps.</summary>
    public static Sequence Make(Random random, int length)
    {
        var pairs = new float[2 * length];
        for (var step = 0; step < length; step++)
        {
            pairs[2 * step] = random.NextSingle();
        }

        var first = random.Next(length);
        var second = (first + random.Next(1, length)) % length;
        (pairs[2 * first + 1], pairs[2 * second + 1]) = (1, 1);
        return new(pairs, [pairs[2 * first] + pairs[2 * second]]);
    }
}
