namespace RnnDsl.Generator.Tests.Goldens;

/// <summary>What each stage makes of a model on tokens: an embedding, and a table that also multiplies.</summary>
public class EmbeddingGoldenTests
{
    [Fact]
    public Task Embedding() =>
        Stages(
            """
            Embedding<Word, Feature> words;
            SimpleRnn<Feature, Hidden> rnn;
            Dense<Hidden, Label> head;

            public Vec<Label> Forward(Tokens<Word> review) => head.Apply(rnn.Scan(words.Apply(review)).Last);
            """,
            "Scalar Loss(Tokens<Word> review, Token<Label> label) => CrossEntropy(model.Forward(review), label);"
        );

    [Fact]
    public Task TiedWeights() =>
        Stages(
            """
            Mat<Word, Feature> table;
            SimpleRnn<Feature, Feature> rnn;

            public Seq<Word> Forward(Tokens<Word> text) => table * rnn.Scan(table[text]);
            """,
            "Scalar Loss(Tokens<Word> text, Tokens<Word> next) => CrossEntropy(model.Forward(text), next);"
        );

    private static Task Stages(string members, string loss) => Verify(ReaderStages.Print(members, loss));
}
