namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Trainings that cannot go window by window.</summary>
public sealed class WindowDiagnosticTests
{
    [Theory]
    [InlineData("Truncate = 35")]
    [InlineData("Stateful = true")]
    public async Task A_model_that_reads_from_the_end(string options)
    {
        var message = await Diagnose.Only(
            "RNN032",
            Training(options, "Reverse(backward.Scan(Reverse(xs)))")
                .Replace("Tagging", "[|Tagging|]", StringComparison.Ordinal)
        );

        Assert.Contains("'backward.Scan' reads the sequence from its end", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_starts_from_the_sample()
    {
        var message = await Diagnose.Only(
            "RNN032",
            Training("Truncate = 35, Stateful = true", "forward.Scan(xs, from: new(backward.Final(xs).c))")
                .Replace("Tagging", "[|Tagging|]", StringComparison.Ordinal)
        );

        Assert.Contains(
            "'forward.Scan' starts from 'c', which each window computes anew",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Truncate = 35", "forward.Scan(xs, from: new(backward.Final(xs).c))")]
    [InlineData("Truncate = 35, Stateful = true", "forward.Scan(backward.Scan(xs) * h0, from: new(h0))")]
    [InlineData("LearningRate = 1f", "Reverse(backward.Scan(Reverse(xs)))")]
    public Task A_model_that_can(string options, string scan) => Diagnose.Nothing(Training(options, scan));

    [Fact]
    public Task Samples_of_every_kind_are_cut() =>
        Diagnose.Nothing(
            """
            [Layer]
            public partial class Words
            {
                Embedding<Word, Value> words;
                Gru<Value, Value> rnn;
                public Seq<Value> Forward(Tokens<Word> xs) => rnn.Scan(words.Apply(xs));
            }
            [Training(Truncate = 3, Stateful = true)]
            public partial class WordsTraining
            {
                Words model;
                Scalar Loss(Tokens<Word> xs, Token<Value> one, Vec<Value> weight, Seq<Value> window) =>
                    MeanSquaredError(model.Forward(xs) * weight, window * OneHot(one));
            }
            """
        );

    private static string Training(string options, string scan) =>
        $$"""
            [Layer]
            public partial class Tagger
            {
                Lstm<Value, Value> backward;
                Gru<Value, Value> forward;
                Vec<Value> h0;
                public Seq<Value> Forward(Seq<Value> xs) => {{scan}} + 0 * h0 + 0 * forward.Scan(xs) + 0 * backward.Scan(xs);
            }
            [Training({{options}})]
            public partial class Tagging
            {
                Tagger model;
                Scalar Loss(Seq<Value> xs, Seq<Value> ys) => MeanSquaredError(model.Forward(xs), ys);
            }
            """;
}
