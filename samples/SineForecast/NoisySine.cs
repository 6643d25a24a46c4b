namespace SineForecast;

/// <summary>The series of the sample: sin(t) + 0.1 N(0, 1), t in steps of 0.1.</summary>
internal static class NoisySine
{
    /// <summary>The first <paramref name="count"/> values; the same ones each time.</summary>
    public static float[] Make(int count)
    {
        var random = new Random(0);
        return [.. Enumerable.Range(0, count).Select(i => (float)(Math.Sin(0.1 * i) + 0.1 * Normal(random)))];
    }

    // Box and Muller: a normal number from two uniform ones. 1 - u is never 0, so its logarithm is finite.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
