using RnnDsl.Data;
using RnnDsl.Parameters;
using RnnDsl.Tests.Training;
using RnnDsl.Training;

namespace RnnDsl.Tests.Data;

/// <summary>What the README shows of text data, on reviews that are told by one word.</summary>
public sealed class TextExampleTests : IDisposable
{
    private readonly TemporaryFile train = new("train.tsv.gz");
    private readonly TemporaryFile file = new("model.safetensors");

    public void Dispose()
    {
        train.Dispose();
        file.Dispose();
    }

    [Fact]
    public void ReviewsAreReadLearnedAndSavedWithTheirWords()
    {
        train.Write(TemporaryFile.Gzip("good\ta fine film\nbad\ta dull film\ngood\tfine\nbad\tdull , dull\n"));

        var labels = Vocabulary.Of("bad", "good");
        var reviews = LabelledTexts.Read(train.Path, labels).ToArray();
        var words = new VocabularyBuilder(Tokenization.Words) { MinCount = 2, Unknown = "<unk>" }
            .AddRange(reviews.Select(review => review.Text))
            .Build();
        var samples = reviews.Select(review => Sample(words.Encode(review.Text), review.Class)).ToArray();

        var training = new RegressionTraining(new Adam(0.05f), dims: words.Count) { Epochs = 200 };
        training.Order = BatchOrder.ByLength<Point>(Length);
        training.Fit(samples);

        var texts = new Dictionary<string, string> { ["words"] = words.ToText(), ["labels"] = labels.ToText() };
        training.Parameters.Save(file.Path, texts);

        var metadata = ParameterStore.ReadMetadata(file.Path);
        var known = Vocabulary.FromText(metadata["words"]);
        var again = new RegressionTraining(dims: known.Count);
        again.Parameters.Load(file.Path);

        // The same numbers for the same words, and the same parameters: the loaded model tells the reviews as this one does.
        var same = reviews.Select(review => Sample(known.Encode(review.Text), review.Class)).ToArray();
        Assert.InRange(training.Evaluate(samples), 0, 0.01);
        Assert.Equal(training.Evaluate(samples), again.Evaluate(same));
        Assert.Equal([0, known.IndexOf("film")], known.Encode("unheard film"));

        Point Sample(int[] numbers, int y)
        {
            var counts = new float[words.Count];
            Array.ForEach(numbers, number => counts[number]++);
            return new(counts, y);
        }
    }

    private static int Length(Point sample) => (int)sample.X.Sum();
}
