using RnnDsl.RandomNumbers;

namespace RnnDsl.Tests.RandomNumbers;

/// <summary>What a step of training drops looks random along every coordinate that it depends on.</summary>
public sealed class MaskWordsTests
{
    private const int Count = 200_000;

    /// <summary>Along which coordinate the words run.</summary>
    public static TheoryData<string> Coordinates =>
        ["unit", "time", "site", "example", "step", "seed", "unit and time"];

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void The_rate_is_met_within_four_sigma(string coordinate)
    {
        foreach (var rate in new[] { 0.01f, 0.1f, 0.5f, 0.8f })
        {
            var threshold = MaskWords.Threshold(rate);
            var dropped = Enumerable.Range(0, Count).Count(i => Word(coordinate, i) < threshold);

            Assert.InRange(dropped - (Count * (double)rate), -4 * Sigma(rate), 4 * Sigma(rate));
        }
    }

    /// <summary>
    /// The first four moments of a normal number, and the product of two neighbours, within four sigma: of the mean, the variance, the
    /// third and the fourth power the variances are 1, 2, 15 and 96.
    /// </summary>
    [Theory]
    [MemberData(nameof(Coordinates))]
    public void Normal_numbers_are_normal_and_independent(string coordinate)
    {
        var x = Enumerable.Range(0, Count + 1).Select(i => Normal(coordinate, i)).ToArray();
        Within(x.Average(), 0, variance: 1);
        Within(x.Average(a => a * a), 1, variance: 2);
        Within(x.Average(a => a * a * a), 0, variance: 15);
        Within(x.Average(a => a * a * a * a), 3, variance: 96);
        Within(x.Zip(x.Skip(1), (a, b) => a * b).Average(), 0, variance: 1);

        // The share beyond one and two deviations.
        foreach (var (bound, share) in new[] { (1.0, 0.3173105), (2, 0.0455003), (3, 0.0026998) })
        {
            Within(x.Average(a => Math.Abs(a) > bound ? 1.0 : 0), share, share);
        }

        static void Within(double actual, double expected, double variance) =>
            Assert.InRange(actual - expected, -4 * Math.Sqrt(variance / Count), 4 * Math.Sqrt(variance / Count));
    }

    /// <summary>Both of two places are dropped with the product of the probabilities, near and at powers of two apart.</summary>
    [Theory]
    [MemberData(nameof(Coordinates))]
    public void Neighbours_are_independent(string coordinate)
    {
        foreach (var distance in new[] { 1, 2, 3, 4, 8, 16, 64, 1024 })
        {
            var both = Enumerable
                .Range(0, Count)
                .Count(i => Word(coordinate, i) < 1 << 29 && Word(coordinate, i + distance) < 1 << 29);

            // Half of the words are below 2^30, a quarter below 2^29. Pairs overlap, which adds to the variance: 5 sigma.
            Assert.InRange(both - (Count / 16.0), -5 * Sigma(1 / 16.0), 5 * Sigma(1 / 16.0));
        }
    }

    [Theory]
    [MemberData(nameof(Coordinates))]
    public void Every_bit_is_set_half_the_time(string coordinate)
    {
        for (var bit = 0; bit < 31; bit++)
        {
            var set = Enumerable.Range(0, Count).Count(i => (Word(coordinate, i) >> bit & 1) == 1);

            Assert.InRange(set - (Count / 2.0), -4.5 * Sigma(0.5), 4.5 * Sigma(0.5));
        }
    }

    /// <summary>Words below 2^31 of two equal coordinates are equal; of two different ones they are not the same sequence.</summary>
    [Fact]
    public void Each_coordinate_has_words_of_its_own()
    {
        string[] all = ["unit", "time", "site", "example", "step", "seed"];
        var sequences = all.Select(c => string.Join(' ', Enumerable.Range(1, 20).Select(i => Word(c, i))));

        Assert.Equal(all.Length, sequences.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.5f, 1 << 30)]
    [InlineData(0.75f, 3 << 29)]
    public void The_threshold_is_the_rate_of_all_words(float rate, int expected) =>
        Assert.Equal(expected, MaskWords.Threshold(rate));

    private static int Word(string coordinate, int i)
    {
        var (key, unit) = At(coordinate, i);
        return MaskWords.Word(key, unit);
    }

    private static double Normal(string coordinate, int i)
    {
        var (key, unit) = At(coordinate, i);
        return MaskWords.Normal(key, unit);
    }

    private static (ulong Key, int Unit) At(string coordinate, int i) =>
        coordinate switch
        {
            "unit" => At(unit: i),
            "time" => At(time: i),
            "site" => At(site: i),
            "example" => At(example: (uint)i),
            "step" => At(step: (uint)i),
            "seed" => At(seed: (ulong)i),
            _ => At(unit: i % 128, time: i / 128),
        };

    private static (ulong Key, int Unit) At(
        ulong seed = 1,
        uint step = 2,
        uint example = 3,
        int site = 4,
        int time = 5,
        int unit = 6
    ) => (MaskWords.Key(MaskWords.Key(seed, step, example), site, time), unit);

    private static double Sigma(double probability) => Math.Sqrt(Count * probability * (1 - probability));
}
