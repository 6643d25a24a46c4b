namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Diagnostics of arrays of layers: of their lengths and their uses.</summary>
public sealed class LayerArrayDiagnosticTests
{
    private const string Tower = """
        [Layer]
        public partial class Tower<H, Depth> where H : IDim where Depth : IDim
        {
            [Count(nameof(Depth), plus: 1)] Gru<H, H>[] cells;
            public Seq<H> Apply(Seq<H> xs) { foreach (var cell in cells) xs = cell.Scan(xs); return xs; }
        }
        """;

    [Fact]
    public Task Loops_over_layers_compile_in_silence() =>
        Diagnose.Nothing(
            Tower,
            """
            [Dim(3)] public readonly struct Three : IDim;
            [Layer]
            public partial class Model
            {
                const int Pairs = 2;
                Tower<Hidden, Three> tower;
                Stack<Lstm<Value, Hidden>, Lstm<Hidden, Hidden>, Value, Hidden, Three> stack;
                [Count(Pairs)] Dense<Hidden, Hidden>[] some, others;
                public Seq<Hidden> Forward(Seq<Value> xs)
                {
                    var low = stack.Apply(xs);
                    var (high, sum) = (low, tower.Apply(low));
                    Seq<Hidden> last;
                    foreach (var layer in some)
                    {
                        last = layer.Apply(sum);
                        sum = Tanh(last);
                    }
                    foreach (var layer in others)
                    {
                        last = layer.Apply(sum);
                        sum = last;
                    }
                    last = Tanh(sum);
                    foreach (var layer in some)
                    {
                        foreach (Dense<Hidden, Hidden> other in others)
                        {
                            var up = Tanh(other.Apply(high));
                            high = layer.Apply(up);
                        }
                        sum += high;
                    }
                    return some[0].Apply(sum) + others[^1].Apply(last) + high.Map(x => Deep(x));
                }
                private Vec<Hidden> Deep(Vec<Hidden> x) { foreach (var layer in some) x = layer.Apply(x); return x; }
            }
            [Training]
            public partial class ModelTraining
            {
                Model model;
                Scalar Loss(Seq<Value> xs, Seq<Hidden> ys) => MeanSquaredError(model.Forward(xs), ys);
            }
            """
        );

    [Theory]
    [InlineData("Dense<Hidden, Hidden>[] [|layers|];", "write [Count(3)] before it")]
    [InlineData("[Count(0)] Dense<Hidden, Hidden>[] [|layers|];", "[Count] of 0: it is at least 1")]
    [InlineData("[Count(1001)] Dense<Hidden, Hidden>[] [|layers|];", "[Count] of 1001: it is at most 1000")]
    [InlineData(
        "[Count(0x7fff_ffff)] Dense<Hidden, Hidden>[] [|layers|];",
        "[Count] of 2147483647: it is at most 1000"
    )]
    [InlineData("[Count(nameof(Hidden))] Dense<Hidden, Hidden>[] [|layers|];", "'Hidden', which is no type parameter")]
    [InlineData("[Count(2)] Dense<Hidden, Hidden> [|layers|];", "is no array: write '[]'")]
    [InlineData("[Count(2)] Mat<Hidden, Hidden> [|layers|];", "is no array: write '[]'")]
    [InlineData("Tower<Hidden, Word> [|layers|];", "how many layers 'Word' are: write [Dim(3)] on Word")]
    public async Task An_array_has_a_length(string field, string instead)
    {
        var message = await Diagnose.Only(
            "RNN034",
            $$"""
            [Layer]
            public partial class Model
            {
                {{field}}
                Dense<Hidden, Hidden> head;
                public Vec<Hidden> Forward(Vec<Hidden> x) => head.Apply(x);
            }
            """,
            Tower
        );
        Assert.Contains(instead, message, StringComparison.Ordinal);
    }

    // Written out, two thousand million layers would never end.
    [Fact]
    public async Task A_dim_that_counts_layers_has_a_limit()
    {
        var message = await Diagnose.Only(
            "RNN030",
            """
            [Dim(2_000_000_000)] public readonly struct Many : IDim;
            [Layer]
            public partial class Model
            {
                Tower<Hidden, Many> tower;
                public Seq<Hidden> Forward(Seq<Hidden> xs) => [|tower.Apply(xs)|];
            }
            """,
            Tower
        );
        Assert.Contains(
            "tower.cells has 2000000001 layers (Depth+1): expected 0 to 1000",
            message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("return layers[[|x.Length|]].Apply(x);")]
    [InlineData("return [|layers|].Aggregate(x, (y, layer) => layer.Apply(y));")]
    [InlineData("return x * [|layers|].Length;")]
    [InlineData("return Deep([|layers|], x);")]
    public async Task An_array_is_looped_over_or_indexed(string body)
    {
        var message = await Diagnose.Only("RNN035", "using System.Linq; " + Model(body));
        Assert.Contains("'foreach (var layer in layers)'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("return layers[[|2|]].Apply(x);", "there is no 'layers[2]'")]
    [InlineData("return layers[[|^3|]].Apply(x);", "there is no 'layers[^3]'")]
    [InlineData("return layers[[|^0|]].Apply(x);", "there is no 'layers[^0]'")]
    public async Task An_index_is_one_of_a_layer(string body, string what) =>
        Assert.Contains(what, await Diagnose.Only("RNN036", Model(body)), StringComparison.Ordinal);

    [Fact]
    public async Task An_index_that_only_the_depth_decides_is_checked_where_it_is_known() =>
        Assert.Contains(
            "layers has 1 layers: there is no layers[1]",
            await Diagnose.Only(
                "RNN030",
                """
                [Dim(1)] public readonly struct One : IDim;
                [Layer]
                public partial class Model
                {
                    Pair<Hidden, One> pair;
                    public Vec<Hidden> Forward(Vec<Hidden> x) => [|pair.Apply(x)|];
                }
                """,
                """
                [Layer]
                public partial class Pair<H, Depth> where H : IDim where Depth : IDim
                {
                    [Count(nameof(Depth))] Dense<H, H>[] layers;
                    public Vec<H> Apply(Vec<H> x) => layers[0].Apply(layers[1].Apply(x));
                }
                """
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "[|foreach|] (var y in new[] { x, x }) x = layers[0].Apply(y); return x;",
        "anything but an array of layers"
    )]
    [InlineData(
        "[|for|] (var i = 0; i < 2; i++) x = layers[0].Apply(x); return x;",
        "'foreach' goes over an array of layers"
    )]
    [InlineData("foreach (var layer in layers) [|return|] layer.Apply(x); return x;", "after the loop")]
    [InlineData(
        "[|foreach|] (var layer in layers) { var y = layer.Apply(x); } return x;",
        "a loop that changes nothing"
    )]
    [InlineData("foreach (var layer in layers) { x = layer.Apply(x); [|break|]; } return x;", "'break'")]
    [InlineData("var first = [|layers[0]|]; return first.Apply(x);", "A layer as a value")]
    [InlineData(
        "foreach (var layer in layers) { var same = [|layer|]; x = same.Apply(x); } return x;",
        "A layer as a value"
    )]
    public async Task Other_loops_are_no_equations(string body, string what) =>
        Assert.Contains(what, await Diagnose.Only("RNN002", Model(body)), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("foreach (var layer in layers) { x = layer.Apply(x); [|x|] = Tanh(x); } return x;")]
    [InlineData("foreach (var layer in layers) x = layer.Apply(x); [|x|] = Tanh(x); return x;")]
    [InlineData("foreach (var layer in layers) { var y = layer.Apply(x); [|y|] = Tanh(y); x = y; } return x;")]
    public Task A_turn_gives_a_local_one_value(string body) => Diagnose.Only("RNN009", Model(body));

    [Fact]
    public Task A_state_is_not_assigned_in_every_turn() =>
        Diagnose.Only(
            "RNN004",
            """
            [Cell]
            public partial class Deep<H> where H : IDim
            {
                [Count(2)] Dense<H, H>[] layers;
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x) { foreach (var layer in layers) [|h|] = layer.Apply(h + x); return x; }
            }
            """
        );

    [Fact]
    public Task A_cell_holds_no_cells_and_a_training_one_model() =>
        Diagnose.Only(
            "RNN011",
            """
            [Cell]
            public partial class Deep<H> where H : IDim
            {
                [Count(2)] [|Gru<H, H>[]|] cells;
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x) { h = Tanh(h + x); return h; }
            }
            """
        );

    [Fact]
    public Task An_array_that_no_equation_uses_trains_nothing() =>
        Diagnose.Only(
            "RNN008",
            """
            [Layer]
            public partial class Model
            {
                [Count(2)] Dense<Hidden, Hidden>[] [|layers|];
                Dense<Hidden, Hidden> head;
                public Vec<Hidden> Forward(Vec<Hidden> x) => head.Apply(x);
            }
            """
        );

    private static string Model(string body) =>
        $$"""
            [Layer]
            public partial class Model
            {
                [Count(2)] Dense<Hidden, Hidden>[] layers;
                public Vec<Hidden> Forward(Vec<Hidden> x) { {{body}} }
                private static Vec<Hidden> Deep(Dense<Hidden, Hidden>[] all, Vec<Hidden> x) => x;
            }
            """;
}
