using System.Globalization;

namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>Random choices; the same seed makes the same ones.</summary>
internal sealed class Draw(ulong seed)
{
    private readonly Random random = new(Mix(seed));

    public int Below(int end) => random.Next(end);

    public bool Percent(int chance) => random.Next(100) < chance;

    public T Of<T>(params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>The items in the order in which they would be drawn: those of a large weight sooner.</summary>
    public IEnumerable<T> Shuffled<T>(IEnumerable<(int Weight, T Item)> items) =>
        items.OrderBy(item => -Math.Log(1 - random.NextDouble()) / item.Weight).Select(item => item.Item).ToList();

    /// <summary>A number as equations have it: <c>0.25f</c>, <c>1.5</c>.</summary>
    public string Number() =>
        (1 + random.Next(30)).ToString(CultureInfo.InvariantCulture) is var tenths && tenths.Length == 1
            ? $"0.{tenths}{Of("f", "")}"
            : $"{tenths[0]}.{tenths[1]}{Of("f", "")}";

    // Neighbouring seeds of Random begin alike: by Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".
    private static int Mix(ulong seed)
    {
        unchecked
        {
            var z = seed + 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)(z ^ (z >> 31));
        }
    }
}
