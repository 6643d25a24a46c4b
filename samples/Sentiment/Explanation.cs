using RnnDsl.Data;

namespace Sentiment;

/// <summary>
/// Which words moved a prediction: the review is scored again without each of its words, and what the score loses is what the word has
/// brought. Scores are log-odds, which tell words apart where the probability is all but 0 or 1.
/// Li, Monroe and Jurafsky, "Understanding neural networks through representation erasure" (2016), section 3.
/// </summary>
internal static class Explanation
{
    /// <summary>The words of a review with how far each speaks for praise, from the strongest on.</summary>
    public static IEnumerable<(string Word, double Weight)> Of(
        SentimentModel model,
        ReviewData data,
        LabelledText review
    )
    {
        var words = data.Encode(review.Text);
        var named = words
            .Distinct()
            .Select(word => (Word: word, Text: data.Words.SymbolOf(word), Others: Without(words, word)))
            .Where(pair => pair.Text != data.Words.Unknown && pair.Text.Any(char.IsLetter) && pair.Others.Length > 0)
            .ToArray();
        var whole = Odds(model.Predict(words).Values);
        var scores = model.Predict([.. named.Select(pair => (ReadOnlyMemory<int>)pair.Others)]);
        return named
            .Zip(scores, (pair, score) => (pair.Text, Weight: whole - Odds(score)))
            .OrderByDescending(pair => Math.Abs(pair.Weight));
    }

    private static int[] Without(int[] words, int left) => [.. words.Where(word => word != left)];

    private static double Odds(ReadOnlySpan<float> logits) => logits[1] - logits[0];
}
