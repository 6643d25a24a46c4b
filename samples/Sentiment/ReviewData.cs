using RnnDsl.Data;

namespace Sentiment;

/// <summary>Reviews to learn from, to choose the best epoch by, and to test on, and the words that are known.</summary>
internal sealed record ReviewData(LabelledText[] Train, LabelledText[] Dev, LabelledText[] Test, Vocabulary Words)
{
    /// <summary>Reads train, dev and test, .tsv or .tsv.gz: 0 or 1, a tab, the words.</summary>
    public static ReviewData Read(string folder)
    {
        var labels = Vocabulary.Of("0", "1");
        LabelledText[] Set(string name) =>
            [.. LabelledTexts.Read(TextFile.PlainOrGzip(Path.Combine(folder, name + ".tsv")), labels)];
        return Of(Set("train"), Set("dev"), Set("test"));
    }

    public static ReviewData Make() =>
        Of(MadeReviews.Make(2000, seed: 1), MadeReviews.Make(500, seed: 2), MadeReviews.Make(1000, seed: 3));

    public int[] Encode(string text) => Words.Encode(text);

    // A word that occurs once teaches nothing but what an unknown word is.
    private static ReviewData Of(LabelledText[] train, LabelledText[] dev, LabelledText[] test) =>
        new(
            train,
            dev,
            test,
            new VocabularyBuilder(Tokenization.Words) { MinCount = 2, Unknown = "<unk>" }
                .AddRange(train.Select(review => review.Text))
                .Build()
        );
}
