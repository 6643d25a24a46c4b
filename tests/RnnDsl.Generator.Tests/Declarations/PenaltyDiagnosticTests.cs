namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Diagnostics of penalties on parameters.</summary>
public sealed class PenaltyDiagnosticTests
{
    [Fact]
    public Task Penalties_stand_in_losses_and_in_methods_of_layers() =>
        Diagnose.Nothing(
            """
            [Layer]
            public partial class Reader
            {
                Embedding<Word, Hidden> words;
                Lstm<Hidden, Hidden> rnn;
                Dense<Hidden, Value> head;
                public Vec<Value> Forward(Tokens<Word> text) => head.Apply(rnn.Scan(words.Apply(text)).Last);
                public Scalar Penalty() => 1e-4f * (L2(rnn) + 0.5 * L2(this.head));
            }
            [Layer]
            public partial class Table
            {
                Mat<Word, Hidden> table;
                public Vec<Hidden> Forward(Token<Word> word) => table[word];
                public Scalar Penalty() => SumOfSquares(table) + Sqrt(SumOfSquares(table));
            }
            [Training]
            public partial class ReaderTraining
            {
                Reader model;
                Scalar Loss(Tokens<Word> text, Vec<Value> y) =>
                    MeanSquaredError(model.Forward(text), y) + model.Penalty();
            }
            [Training]
            public partial class TableTraining
            {
                Table model;
                Scalar Loss(Token<Word> word, Vec<Hidden> y) =>
                    MeanSquaredError(model.Forward(word), y) + model.Penalty() + L2(model);
            }
            """
        );

    [Fact]
    public async Task A_table_of_which_a_step_touches_few_rows_has_no_L2() =>
        Assert.Contains(
            "an L2 of 'words.table' would change each of its rows in each step",
            await Diagnose.Only(
                "RNN030",
                """
                [Training]
                public partial class ReaderTraining
                {
                    Reader model;
                    Scalar Loss(Tokens<Word> text, Vec<Hidden> y) =>
                        MeanSquaredError(model.Forward(text), y) + 1e-4f * [|L2(model)|];
                }
                """,
                """
                [Layer]
                public partial class Reader
                {
                    Embedding<Word, Hidden> words;
                    public Vec<Hidden> Forward(Tokens<Word> text) => words.Apply(text).Last;
                }
                """
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_penalty_is_no_equation_of_a_step() =>
        Assert.Contains(
            "add it to the loss, not in a Step",
            await Diagnose.Only(
                "RNN030",
                """
                [Cell]
                public partial class [|Heavy|]<H> where H : IDim
                {
                    Mat<H, H> W;
                    [State] Vec<H> h;
                    Vec<H> Step(Vec<H> x) { h = Tanh(W * x + h) * SumOfSquares(W); return h; }
                }
                """
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_L2_is_of_a_field() =>
        Assert.Contains(
            "write L2 of a field that is a cell or a layer",
            await Diagnose.Only(
                "RNN002",
                """
                [Training]
                public partial class ModelTraining
                {
                    Model model;
                    Scalar Loss(Vec<Hidden> x, Vec<Hidden> y) =>
                        MeanSquaredError(model.Forward(x), y) + L2([|new|] Model());
                }
                """,
                """
                [Layer]
                public partial class Model
                {
                    Dense<Hidden, Hidden> head;
                    public Vec<Hidden> Forward(Vec<Hidden> x) => head.Apply(x);
                }
                """
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public Task A_result_that_is_no_penalty_depends_on_data() =>
        Diagnose.Only(
            "RNN026",
            """
            [Layer]
            public partial class Model
            {
                Vec<Hidden> b;
                public Vec<Hidden> Forward(Vec<Hidden> x) => x + b;
                public Vec<Hidden> [|Bias|]() => b;
            }
            """
        );
}
