using RnnDsl.Data;

namespace Names;

/// <summary>Names as numbers, for training and for testing.</summary>
internal sealed class NameData
{
    private NameData(LabelledText[] train, LabelledText[] test, Vocabulary languages)
    {
        Languages = languages;
        (Train, Test) = (train, test);
        Letters = new VocabularyBuilder(Tokenization.Characters) { Unknown = "<unk>" }
            .AddRange(Train.Select(name => name.Text))
            .Build();
    }

    public Vocabulary Letters { get; }

    public Vocabulary Languages { get; }

    public LabelledText[] Train { get; }

    public LabelledText[] Test { get; }

    /// <summary>The accuracy of always predicting the most frequent language of the training names.</summary>
    public double Majority
    {
        get
        {
            var most = Train.GroupBy(name => name.Class).MaxBy(group => group.Count())!.Key;
            return Test.Average(name => name.Class == most ? 1.0 : 0);
        }
    }

    /// <summary>Reads names-train.tsv and names-test.tsv, or their .gz: a language, a tab, a name.</summary>
    public static NameData Read(string folder)
    {
        var (train, test) = (Find(folder, "names-train.tsv"), Find(folder, "names-test.tsv"));
        var languages = LabelledTexts.ReadLabels(train);
        return new([.. LabelledTexts.Read(train, languages)], [.. LabelledTexts.Read(test, languages)], languages);
    }

    public static NameData Make() =>
        new(MadeNames.Make(4000, seed: 1), MadeNames.Make(1000, seed: 2), MadeNames.Languages);

    public int[] Encode(LabelledText name) => Letters.Encode(name.Text);

    private static string Find(string folder, string name) => TextFile.PlainOrGzip(Path.Combine(folder, name));
}
