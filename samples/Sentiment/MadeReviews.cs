using RnnDsl.Data;

namespace Sentiment;

/// <summary>
/// Reviews in which the order of the words decides. Each has a word of praise and one of blame, so that the words alone say nothing:
/// the label depends on the text after "but", or on the word after "not".
/// </summary>
internal static class MadeReviews
{
    private static readonly string[] things = ["film", "plot", "cast", "ending", "music", "script", "humour", "camera"];
    private static readonly string[] praise =
    [
        "good",
        "fresh",
        "moving",
        "clever",
        "funny",
        "warm",
        "sharp",
        "brilliant",
    ];
    private static readonly string[] blame = ["bad", "stale", "boring", "clumsy", "dull", "cold", "flat", "awful"];
    private static readonly string[] degrees = ["", "very", "rather", "quite", "so"];

    /// <summary>Reviews with their labels, 0 and 1; the same seed gives the same ones.</summary>
    public static LabelledText[] Make(int count, int seed)
    {
        var random = new Random(seed);
        var reviews = new LabelledText[count];
        for (var i = 0; i < count; i++)
        {
            var isPositive = random.Next(2) == 1;
            var text = random.Next(2) == 0 ? Contrast(random, isPositive) : Negation(random, isPositive);
            reviews[i] = new(text, isPositive ? "1" : "0", isPositive ? 1 : 0, "made", i + 1);
        }

        return reviews;
    }

    // The clause after "but" decides.
    private static string Contrast(Random random, bool isPositive) =>
        $"{Clause(random, !isPositive)} but {Clause(random, isPositive)}";

    // Either the praise is denied, or the blame is.
    private static string Negation(Random random, bool isPositive)
    {
        var denied = Clause(random, !isPositive, "not ");
        var stated = Clause(random, isPositive);
        return random.Next(2) == 0 ? $"{denied} , {stated}" : $"{stated} and {denied}";
    }

    private static string Clause(Random random, bool isPraise, string not = "")
    {
        var degree = Pick(random, degrees);
        var word = Pick(random, isPraise ? praise : blame);
        return $"the {Pick(random, things)} is {not}{degree}{(degree.Length > 0 ? " " : "")}{word}";
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
