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

    // W26: neither the mean over windows nor their sum is the loss of the whole.
    [Theory]
    [InlineData("[|Length(xs)|] * Sqrt(MeanSquaredError(model.Forward(xs), ys))")]
    [InlineData("Sqrt(Sum(Square([|Sum(model.Forward(xs) * ys)|])))")]
    [InlineData("Log(1 + Sum(Square([|Sum(model.Forward(xs) - ys)|])))")]
    [InlineData("Sum([|Sum(model.Forward(xs) - ys)|] * Sum(ys))")]
    [InlineData("1 / Sum([|Sum(Square(model.Forward(xs) - ys))|])")]
    [InlineData("Sum([|Sum(Softmax(Mean(xs)) * (model.Forward(xs) - ys))|])")]
    public async Task A_loss_that_grows_with_the_number_of_steps(string loss)
    {
        var message = await Diagnose.Only("RNN032", Training("Truncate = 35", "forward.Scan(xs)", loss));

        Assert.Contains("the loss grows with the number of steps", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Truncate = 35", "Sum(Sum(Square(model.Forward(xs) - ys)) / Length(xs))")]
    [InlineData("Truncate = 35", "Sum(Sum(Square(model.Forward(xs) - ys))) / Length(ys) + 0.1f * L2(model)")]
    [InlineData("Truncate = 35", "CrossEntropy(model.Forward(xs), ys) + Sum(Square(model.Forward(xs).Last))")]
    [InlineData("Truncate = 35", "Sum(Max(model.Forward(xs))) * Exp(-Mean(Mean(ys)))")]
    [InlineData("Truncate = 35", "Length(xs) * MeanSquaredError(model.Forward(xs), ys)")]
    [InlineData("Truncate = 35", "Sum(Sum(Square(model.Forward(xs) - ys)))")]
    [InlineData("Truncate = 35", "-Sum(Sum(Abs(model.Forward(xs) - ys))) + MeanSquaredError(model.Forward(xs), ys)")]
    [InlineData("Truncate = 35", "MeanSquaredError(model.Forward(xs), ys) / Length(xs)")]
    [InlineData("Truncate = 35", "Sum(Sum(Square(model.Forward(xs) - ys))) / (1 + Length(xs)) - L2(model)")]
    [InlineData("Truncate = 35", "Length(xs) * Sum(Square(model.Forward(xs).Last - ys.Last))")]
    [InlineData("Stateful = true", "Length(xs) * MeanSquaredError(model.Forward(xs), ys)")]
    [InlineData("LearningRate = 1f", "Length(xs) * MeanSquaredError(model.Forward(xs), ys)")]
    public Task A_loss_that_is_a_mean_or_a_sum_or_is_not_cut(string options, string loss) =>
        Diagnose.Nothing(Training(options, "forward.Scan(xs)", loss));

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

    private static string Training(
        string options,
        string scan,
        string loss = "MeanSquaredError(model.Forward(xs), ys)"
    ) =>
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
                Scalar Loss(Seq<Value> xs, Seq<Value> ys) => {{loss}};
            }
            """;
}
