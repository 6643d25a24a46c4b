using System.Text;

namespace CharText;

/// <summary>A synthetic text: short dialogues of a few speakers, each with a separate vocabulary.</summary>
internal static class MadeText
{
    private static readonly string[] speakers = ["ANNA", "BORIS", "CLARA"];
    private static readonly string[][] subjects =
    [
        ["the sea", "my ship"],
        ["the wood", "my axe"],
        ["the town", "my song"],
    ];
    private static readonly string[] verbs = ["sleeps", "waits", "calls", "burns", "turns"];
    private static readonly string[] places = ["at night", "by the fire", "under the moon", "in the rain"];

    /// <summary>About as many characters as asked for; the same seed gives the same text.</summary>
    public static string Make(int length, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var speaker = 0;
        while (text.Length < length)
        {
            speaker = (speaker + 1 + random.Next(speakers.Length - 1)) % speakers.Length;
            text.Append(speakers[speaker]).Append(":\n");
            for (var lines = random.Next(1, 4); lines > 0; lines--)
            {
                var subject = Pick(random, subjects[speaker]);
                text.Append(char.ToUpperInvariant(subject[0])).Append(subject.AsSpan(1));
                text.Append(' ').Append(Pick(random, verbs)).Append(' ').Append(Pick(random, places)).Append(".\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
