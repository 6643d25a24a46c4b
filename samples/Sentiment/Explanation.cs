using RnnDsl.Data;

namespace Sentiment;

/// <summary>
/// Which words moved a prediction: gradient times input. The gradient of the loss by a word's vector, times that vector, is how much
/// the loss would change, to first order, if the word were nothing; the generated backward code gives it for all words at once.
/// Simonyan, Vedaldi and Zisserman, "Deep inside convolutional networks" (2013), section 3.
/// </summary>
internal static class Explanation
{
    private const string Table = "words.table";

    /// <summary>The words of a review with how far each speaks for the label, from the strongest on.</summary>
    public static IEnumerable<(string Word, double Weight)> Of(
        SentimentTraining training,
        ReviewData data,
        LabelledText review
    )
    {
        var words = data.Encode(review.Text);
        var gradients = training.Gradients([new(words, review.Class)]);
        var weights = words
            .Distinct()
            .Select(word =>
                (data.Words.SymbolOf(word), -Dot(gradients.Row(Table, word), training.Parameters.Row(Table, word)))
            )
            .ToArray();
        return weights.OrderByDescending(pair => Math.Abs(pair.Item2));
    }

    private static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
