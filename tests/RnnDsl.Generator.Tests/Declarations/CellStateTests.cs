using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;

namespace RnnDsl.Generator.Tests.Declarations;

/// <summary>The states that a cell's sequence starts from and ends with, in the equations of a layer.</summary>
public sealed class CellStateTests
{
    [Theory]
    [InlineData("rnn.Scan(xs, from: new(h0, Tanh(c0)))")]
    [InlineData("rnn.Scan(xs, new Lstm<Value, Hidden>.State(c: Tanh(c0), h: h0))")]
    [InlineData("rnn.Scan(xs, from: Start())")]
    [InlineData("rnn.Scan(xs, from: new Lstm<Value, Hidden>.State(h0, h0) with { c = Tanh(c0) })")]
    public void A_scan_from_a_state_is_a_call_with_its_parts(string scan) =>
        Assert.Equal(
            """
            graph Forward
              %0 xs = input : Seq[Value]
              %1 h0 = parameter : Vec[Hidden]
              %2 c0 = parameter : Vec[Hidden]
              %3 = tanh %2 : Vec[Hidden]
              %4 = call rnn.Scan %0 %1 %3 : Seq[Hidden]
            -> %4

            """,
            Lowering.Of("Learned", Learned(scan)).Graph("Forward")
        );

    [Theory]
    [InlineData("return rnn.Final(xs).h * rnn.Final(xs).c;")]
    [InlineData("var end = rnn.Final(xs); return end.h * end.c;")]
    [InlineData("var (a, b) = rnn.Final(xs); return a * b;")]
    [InlineData("Lstm<Value, Hidden>.State end; end = rnn.Final(x: xs); return end.h * end.c;")]
    [InlineData("return Product(rnn.Final(xs));")]
    public Task A_final_state_is_used_in_many_ways(string body) =>
        Diagnose.Nothing(
            $$"""
            [Layer]
            public partial class Encoder
            {
                Lstm<Value, Hidden> rnn;
                public Vec<Hidden> Forward(Seq<Value> xs) { {{body}} }
                private static Vec<Hidden> Product(Lstm<Value, Hidden>.State state) => state.h * state.c;
            }
            """
        );

    [Fact]
    public void A_final_state_is_a_call_for_each_part() =>
        Assert.Equal(
            """
            graph Forward
              %0 xs = input : Seq[Value]
              %1 h = call rnn.Final.h %0 : Vec[Hidden]
              %2 c = call rnn.Final.c %0 : Vec[Hidden]
            -> %2

            """,
            Lowering
                .Of(
                    "Encoder",
                    """
                    [Layer]
                    public partial class Encoder
                    {
                        Lstm<Value, Hidden> rnn;
                        public Vec<Hidden> Forward(Seq<Value> xs) { var (h, c) = rnn.Final(xs); return c; }
                    }
                    """
                )
                .Graph("Forward")
        );

    [Fact]
    public void Scan_and_Final_of_one_sequence_are_one_loop()
    {
        var layer = Lowering.Of(
            "Both",
            """
            [Layer]
            public partial class Both
            {
                Lstm<Value, Hidden> rnn;
                public Seq<Hidden> Forward(Seq<Value> xs)
                {
                    var end = rnn.Final(xs);
                    var again = rnn.Scan(xs, from: end);
                    return rnn.Scan(xs) * end.c * end.h + again * rnn.Final(xs, from: end).c;
                }
            }
            """
        );

        var graph = LinkStage.Run(layer, []).Forward!;

        var scans = graph.Nodes.Where(node => node.Op == Ops.Scan).ToList();
        Assert.Equal(2, scans.Count);
        Assert.Equal([Ops.Fill, Ops.Fill], scans[0].Inputs.Take(2).Select(id => graph[id].Op));
        Assert.Equal(
            [("h", 0.0), ("c", 1.0)],
            scans[1].Inputs.Take(2).Select(id => (graph[id].Name, graph[id].Number))
        );
    }

    [Fact]
    public Task Cells_of_this_compilation_hand_over_to_one_another() =>
        Diagnose.Nothing(
            """
            [Cell]
            public partial class Counting<X> where X : IDim
            {
                [State] Scalar steps;
                [State] Vec<X> sum;
                Vec<X> Step(Vec<X> from) { steps = steps + 1; sum = sum + from; return sum / steps; }
            }
            [Layer]
            public partial class Model
            {
                Counting<Value> first, second;
                public Seq<Value> Forward(Seq<Value> xs)
                {
                    var end = first.Final(Reverse(xs)) with { steps = 0.5 };
                    return second.Scan(steps: xs, from: new(end.steps / 2, end.sum));
                }
            }
            public static class App
            {
                public static double Run(Seq<Value> xs)
                {
                    var cell = new Counting<Value>(x: 1);
                    cell.Scan(xs, from: new(2, Vec<Value>.Zero(1)));
                    return cell.Final(xs).steps.Value;
                }
            }
            """
        );

    [Theory]
    [InlineData("[|new|] Lstm<Value, Hidden>.State()")]
    [InlineData("[|default(Lstm<Value, Hidden>.State)|]")]
    public Task A_state_from_nowhere(string state) => Diagnose.Only("RNN002", Learned($"rnn.Scan(xs, from: {state})"));

    [Fact]
    public async Task A_step_that_is_taken_by_hand()
    {
        var message = await Diagnose.Only("RNN016", Open("rnn.[|Step|](xs.Last)"));

        Assert.Contains("a cell is run by Scan, and Final gives its state", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_read_from_outside()
    {
        var message = await Diagnose.Only("RNN002", Open("rnn.Scan(xs).Last + rnn.[|h|]"));

        Assert.Contains("write Final(xs).h", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_method_that_returns_a_state()
    {
        var message = await Diagnose.Only(
            "RNN026",
            """
            [Layer]
            public partial class Encoder
            {
                Lstm<Value, Hidden> rnn;
                public [|Lstm<Value, Hidden>.State|] Forward(Seq<Value> xs) => rnn.Final(xs);
            }
            """
        );

        Assert.Contains("make it private", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int [|State|]() => 1; Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }")]
    [InlineData("int [|Final|]() => 1; Vec<H> Step(Vec<X> x) { h = W * x + h; return h; }")]
    public Task A_member_with_the_name_of_a_generated_one(string members) =>
        Diagnose.Only(
            "RNN031",
            $$"""
            [Cell]
            public partial class Rnn<X, H> where X : IDim where H : IDim
            {
                Mat<H, X> W;
                [State] Vec<H> h;
                {{members}}
            }
            """
        );

    [Theory]
    [InlineData("<[|State|]> where State : IDim", "h")]
    [InlineData("", "[|h|]")]
    public Task A_dim_that_the_state_would_hide(string dims, string state) =>
        Diagnose.Only(
            "RNN031",
            $$"""
            [Cell]
            public partial class Rnn{{dims}}
            {
                [State] Vec<State> {{state}};
                Vec<Value> Step(Vec<Value> x) { h = h * Sum(x); return x * Sum(h); }
            }
            """,
            dims.Length == 0 ? "public readonly struct State : IDim;" : ""
        );

    private static string Learned(string scan) =>
        $$"""
            [Layer]
            public partial class Learned
            {
                Lstm<Value, Hidden> rnn;
                Vec<Hidden> h0, c0;
                public Seq<Hidden> Forward(Seq<Value> xs) => {{scan}};
                private Lstm<Value, Hidden>.State Start() => new(h0, Tanh(c0));
            }
            """;

    private static string Open(string result) =>
        $$"""
            [Cell]
            public partial class Open<X> where X : IDim
            {
                [State] public Vec<X> h;
                public Vec<X> Step(Vec<X> x) { h = h + x; return h; }
            }
            [Layer]
            public partial class Model
            {
                Open<Value> rnn;
                public Vec<Value> Forward(Seq<Value> xs) => {{result}};
            }
            """;
}
