using RnnDsl.Generator.Linking;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>Cells that hold cells, and states that are read several steps back.</summary>
public sealed class InnerCellTests
{
    private const string Outer = """
        [Cell]
        public partial class Outer<X, H> where X : IDim where H : IDim
        {
            Lstm<X, H> fast;
            [State] Vec<H> h;

        """;

    private static string Step(string body, string more = "") =>
        Outer + $"{more} Vec<H> Step(Vec<X> x) {{ {body} }} }}";

    [Fact]
    public void A_step_of_an_inner_cell_takes_its_states_and_leaves_new_ones() =>
        Assert.Equal(
            """
            graph Step
              %0 x = input : Vec[X]
              %1 h = input : Vec[H]
              %2 fast.h = input : Vec[H]
              %3 fast.c = input : Vec[H]
              %4 = call fast.Step %0 %2 %3 : Vec[H] Vec[H] Vec[H]
              %5 = result %4 0 : Vec[H]
              %6 = result %4 1 : Vec[H]
              %7 = result %4 2 : Vec[H]
              %8 h = add %1 %5 : Vec[H]
            -> %8 %8 %6 %7

            """,
            Lowering.Of("Outer", Step("h += fast.Step(x); return h;")).Graph("Step")
        );

    [Fact]
    public void A_state_with_a_delay_is_read_from_its_last_earlier_value() =>
        Assert.Equal(
            """
            graph Step
              %0 x = input : Vec[H]
              %1 h = input : Vec[H]
              %2 h_2 = input : Vec[H]
              %3 h_3 = input : Vec[H]
              %4 h = add %3 %0 : Vec[H]
            -> %4 %4 %1 %2

            """,
            Lowering
                .Of(
                    "Late",
                    """
                    [Cell] public partial class Late<H> where H : IDim
                    {
                        [State(Delay = 3)] Vec<H> h;
                        Vec<H> Step(Vec<H> x) { h = h + x; return h; }
                    }
                    """
                )
                .Graph("Step")
        );

    [Fact]
    public void An_inner_cell_is_the_program_of_its_equations_written_out()
    {
        const string Sources = """
            [Cell] public partial class Held<X, H> where X : IDim where H : IDim
            {
                Mat<H, H> U;
                Gru<X, H> gru;
                [State] Vec<H> h;
                Vec<H> Step(Vec<X> x) { h = Tanh(U * h + gru.Step(x)); return h; }
            }
            [Cell] public partial class Written<X, H> where X : IDim where H : IDim
            {
                Mat<H, H> U;
                Mat<H, X> Wxz, Wxr, Wxh;
                Mat<H, H> Whz, Whr, Whh;
                Vec<H> bz, br, bh;
                [State] Vec<H> h, g;
                Vec<H> Step(Vec<X> x)
                {
                    var z = Sigmoid(Wxz * x + Whz * g + bz);
                    var r = Sigmoid(Wxr * x + Whr * g + br);
                    g = (1 - z) * g + z * Tanh(Wxh * x + Whh * (r * g) + bh);
                    h = Tanh(U * h + g);
                    return h;
                }
            }
            [Layer] public partial class OfHeld
            {
                Held<Value, Hidden> cell;
                public Seq<Hidden> Forward(Seq<Value> xs) => cell.Scan(xs);
            }
            [Layer] public partial class OfWritten
            {
                Written<Value, Hidden> cell;
                public Seq<Hidden> Forward(Seq<Value> xs) => cell.Scan(xs);
            }
            """;
        var all = Lowering.All(Sources);

        Assert.Equal(Linked("OfWritten"), Linked("OfHeld"));

        IEnumerable<string> Linked(string name)
        {
            var resolved = Resolution.Run(all.Single(d => d.Name == name), all);
            var graph = LinkStage.Run(resolved.Declaration, resolved.Needed).Forward!;
            return graph.Everything.Select(node => $"{node.Op.Name} {string.Join(' ', node.Inputs)}");
        }
    }

    [Fact]
    public Task Each_use_compiles_in_silence() =>
        Diagnose.Nothing(
            """
            [Cell]
            public partial class Inner<X, H> where X : IDim where H : IDim
            {
                readonly float rate = 0.5f;
                Mat<H, X> W;
                [State(Delay = 2)] Vec<H> h;
                [State] Mat<H, X> C;
                Vec<H> Step(Vec<X> x, Scalar gap) { C = rate * C + gap * W; h = h + C * x; return h; }
            }
            [Cell]
            public partial class Open<H> where H : IDim
            {
                [State] Vec<H> h;
                public Vec<H> Step(Vec<H> x) { h = 0.5f * (h + x); return h; }
            }
            [Cell]
            public partial class Outer<X, H> where X : IDim where H : IDim
            {
                [Frozen] Inner<X, H> first;
                [With("rate", 0.25f)] Inner<X, H> second;
                Open<H> last;
                Dense<H, X> back;
                Vec<H> Step(Vec<X> x)
                {
                    var y = first.Step(x, 1);
                    return last.Step(Twice(back.Apply(y)));
                }
                private Vec<H> Twice(Vec<X> x) => second.Step(x, 0.5f) + second.Step(-x, gap: 2);
            }
            [Layer]
            public partial class Model
            {
                Outer<Value, Hidden> cell;
                Bidirectional<Outer<Value, Hidden>, Value, Hidden> both;
                public Seq<Hidden> Forward(Seq<Value> xs)
                {
                    var end = cell.Final(xs);
                    var (first, second, last) = end;
                    var from = end with { last = new(first.h_2), second = second with { h = last.h, C = first.C } };
                    return cell.Scan(xs, from);
                }
                public Vec<Cat<Hidden, Hidden>> Ends(Seq<Value> xs) => both.Final(xs);
            }
            """
        );

    [Theory]
    [InlineData("[|Lstm<X, H>[]|] more;", "a cell has parameters")]
    [InlineData("[Count(2)] [|Lstm<X, H>[]|] more;", "cells, layers, arrays of layers")]
    public async Task An_array_of_cells(string field, string expected)
    {
        var message = await Diagnose.Only("RNN011", Step("h += fast.Step(x); return h;", field));
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_in_a_loop_over_layers()
    {
        var message = await Diagnose.Only(
            "RNN002",
            Step(
                "var y = fast.Step(x); foreach (var layer in layers) y = layer.Apply(fast.[|Step|](x)); h = y; return h;",
                "[Count(2)] Dense<H, H>[] layers;"
            )
        );
        Assert.Contains("write the calls one by one", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_of_an_inner_cell()
    {
        var message = await Diagnose.Only(
            "RNN016",
            Step("h += fast.Step(x); return h + fast.[|Final|](new Seq<X>()).h;")
        );
        Assert.Contains("a cell that holds another runs its Step", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_a_cell_in_a_layer()
    {
        var message = await Diagnose.Only(
            "RNN016",
            """
            [Layer] public partial class M
            {
                Lstm<Value, Hidden> rnn;
                public Vec<Hidden> Forward(Vec<Value> x) => rnn.[|Step|](x);
            }
            """
        );
        Assert.Contains("a cell is run by Scan", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task An_inner_cell_without_a_step() =>
        Diagnose.Only("RNN008", Step("h += Tanh(h); return h;").Replace("fast", "[|fast|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("[State(Delay = 0)] Vec<H> [|h|];", "Vec<H> Step", "is 0: it is 1 to 100 steps")]
    [InlineData("[State(Delay = 101)] Vec<H> [|h|];", "Vec<H> Step", "is 101: it is 1 to 100 steps")]
    [InlineData("[State(Delay = 2)] Vec<H> h;", "public Vec<H> [|Step|]", "needs a private Step")]
    public async Task A_delay(string state, string step, string expected)
    {
        var message = await Diagnose.Only(
            "RNN080",
            $"[Cell] public partial class C<H> where H : IDim {{ {state} {step}(Vec<H> x) {{ h = h + x; return h; }} }}"
        );
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[State(Delay = 2)] Vec<H> h; Vec<H> [|h_2|];")]
    [InlineData("[State(Delay = 2)] Vec<H> h; Vec<H> [|DelayedStep|];")]
    [InlineData("[State] Vec<H> h; Vec<H> [|CurrentState|];")]
    [InlineData("[State] Vec<H> h; Vec<H> [|ZeroState|];")]
    public Task Names_that_the_generator_writes(string fields)
    {
        var other = fields.Split("[|")[1].Split("|]")[0];
        return Diagnose.Only(
            "RNN031",
            $"[Cell] public partial class C<H> where H : IDim {{ {fields} Vec<H> Step(Vec<H> x) {{ h = h + x + {other}; return h; }} }}"
        );
    }

    [Fact]
    public Task A_cell_that_holds_itself() =>
        Diagnose.Only(
            "RNN023",
            "[Cell] public partial class C<H> where H : IDim { [|C<H>|] inner; Vec<H> Step(Vec<H> x) => inner.Step(x); }"
        );

    [Fact]
    public async Task A_cell_that_its_user_chooses()
    {
        var message = await Diagnose.Only(
            "RNN011",
            """
            [Cell] public partial class C<TCell, H> where H : IDim where TCell : ICell<H, H>
            {
                [|TCell|] inner;
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x) { h = h + x; return h; }
            }
            """
        );
        Assert.Contains("a layer may be generic over its cells", message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_less_accessible_inner_cell_hides_the_state() =>
        Diagnose.Nothing(
            """
            [Cell] partial class Inner<H> where H : IDim
            {
                [State] Vec<H> h;
                Vec<H> Step(Vec<H> x) { h = h + x; return h; }
            }
            [Cell] public partial class C<H> where H : IDim
            {
                Inner<H> inner;
                Vec<H> Step(Vec<H> x) => inner.Step(x);
            }
            [Layer] public partial class M
            {
                C<Hidden> cell;
                public Seq<Hidden> Forward(Seq<Hidden> xs) => cell.Scan(xs);
            }
            """
        );
}
