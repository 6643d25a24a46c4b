using RnnDsl.Data;

namespace Names;

/// <summary>
/// Names of four languages that do not exist. They share their syllables, so that single letters say little; what differs is which
/// syllable may follow which, and how a name ends.
/// </summary>
internal static class MadeNames
{
    private static readonly string[] languages = ["East", "North", "South", "West"];
    private static readonly string[] onsets = ["b", "d", "k", "l", "m", "n", "r", "s", "t", "v"];
    private static readonly string[] vowels = ["a", "e", "i", "o", "u"];

    /// <summary>Names with their languages; the same seed gives the same ones.</summary>
    public static LabelledText[] Make(int count, int seed)
    {
        var random = new Random(seed);
        var names = new LabelledText[count];
        for (var i = 0; i < count; i++)
        {
            // Some languages have more names than others, as in life.
            var language = Math.Max(0, random.Next(-2, languages.Length));
            names[i] = new(MakeName(random, language), languages[language], language, "made", i + 1);
        }

        return names;
    }

    public static Vocabulary Languages => Vocabulary.Of(languages);

    private static string MakeName(Random random, int language)
    {
        var name = "";
        var onset = random.Next(onsets.Length);
        var vowel = random.Next(vowels.Length);
        for (var syllables = random.Next(2, 5); syllables > 0; syllables--)
        {
            name += onsets[onset] + vowels[vowel];
            // The next syllable follows from this one, in a way of the language's own; one in eight breaks the rule.
            var isFree = random.Next(8) == 0;
            onset = isFree ? random.Next(onsets.Length) : (onset * 3 + vowel + 2 * language + 1) % onsets.Length;
            vowel = isFree ? random.Next(vowels.Length) : (vowel * 2 + onset + language) % vowels.Length;
        }

        return char.ToUpperInvariant(name[0]) + name[1..] + (language % 2 == 0 ? "n" : "");
    }
}
