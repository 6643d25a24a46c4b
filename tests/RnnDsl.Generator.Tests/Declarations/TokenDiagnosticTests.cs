namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Diagnostics of invalid uses of tokens.</summary>
public sealed class TokenDiagnosticTests
{
    [Fact]
    public Task A_model_on_tokens_compiles_in_silence() =>
        Diagnose.Nothing(
            """
            [Layer]
            public partial class Reader
            {
                Embedding<Word, Hidden> words;
                Mat<Hidden, Word> gate;
                Lstm<Hidden, Hidden> rnn;
                Dense<Hidden, Value> head;
                public Seq<Value> Forward(Tokens<Word> text) =>
                    head.Apply(rnn.Scan(words.Apply(text)) * Sigmoid(gate * OneHot(Same(text.Last))) / Length(text));
                static Token<Word> Same(Token<Word> word) => word;
            }
            [Training]
            public partial class ReaderTraining
            {
                Reader model;
                Scalar Loss(Tokens<Word> text, Token<Value> label) => CrossEntropy(model.Forward(text).Last, label);
            }
            """
        );

    [Theory]
    [InlineData("words.Apply(word) * word.[|Index|]")]
    [InlineData("words.Apply(word) / word.[|Count|]")]
    public async Task A_token_is_not_computed_with(string expression)
    {
        var message = await Diagnose.Only("RNN002", Reader($"Vec<Hidden> Forward(Token<Word> word) => {expression};"));
        Assert.Contains("write table[token], or OneHot(token)", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words.Apply([|text[0]|])")]
    [InlineData("words.Apply(text.Last) * text.[|Length|]")]
    public Task Tokens_of_a_sequence_are_not_counted_out(string expression) =>
        Diagnose.Only("RNN002", Reader($"Vec<Hidden> Forward(Tokens<Word> text) => {expression};"));

    [Fact]
    public async Task A_token_is_no_result()
    {
        var message = await Diagnose.Only(
            "RNN026",
            Reader(
                "Vec<Hidden> Forward(Token<Word> word) => words.Apply(word); "
                    + "public [|Token<Word>|] Same(Token<Word> word) => word;"
            )
        );
        Assert.Contains("write Vec<D>, Seq<D>, Scalar or Scalars", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_token_is_no_parameter() =>
        Diagnose.Only(
            "RNN011",
            Reader("Vec<Hidden> Forward(Token<Word> word) => words.Apply(word); [|Token<Word>|] best;")
        );

    [Fact]
    public Task A_token_is_no_state() =>
        Diagnose.Only(
            "RNN010",
            """
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                [State] [|Token<H>|] best;
                Vec<H> Step(Vec<X> x) { h = Tanh(W * x + h); return h; }
            }
            """
        );

    [Fact]
    public Task A_step_takes_a_token_at_a_time() =>
        Diagnose.Only(
            "RNN006",
            """
            [Cell]
            public partial class Rnn<V, H> where V : IDim where H : IDim
            {
                Mat<V, H> table;
                [State] Vec<H> h;
                Vec<H> Step([|Tokens<V>|] words) { h = Tanh(table[words.Last] + h); return h; }
            }
            """
        );

    [Fact]
    public async Task A_token_of_another_vocabulary_is_an_error_of_the_compiler()
    {
        var all = await Diagnose.All(Reader("Vec<Hidden> Forward(Token<Value> word) => words.Apply(word);"));
        Assert.Equal("CS1503", Assert.Single(all).Id);
    }

    private static string Reader(string members) =>
        $$"""
            [Layer]
            public partial class Reader
            {
                Embedding<Word, Hidden> words;
                public {{members}}
            }
            """;
}
