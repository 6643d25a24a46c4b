using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;
using Verifier = RnnDsl.Generator.Ir.Analysis.Verifier;

namespace RnnDsl.Generator.Tests.Streaming;

public sealed class CarriedStatesTests
{
    private static readonly NamedDim X = new("X");
    private static readonly NamedDim H = new("H");

    [Fact]
    public void States_come_in_and_go_out()
    {
        var carried = CarriedStates.Of(Loss(from: null));

        Assert.Equal((2, false), (carried.States, carried.HasStart));
        Assert.Equal(["xs", "carried_h", "carried_c"], Names(carried.Graph, carried.Graph.Inputs));
        Assert.Equal(3, carried.Graph.Outputs.Count);
        Assert.Equal(["h", "c"], Names(carried.Graph, carried.Graph.Outputs.Skip(1)));
        var scan = carried.Graph.Nodes.Single(node => node.Op == Ops.Scan);
        Assert.Equal(["carried_h", "carried_c"], Names(carried.Graph, scan.Inputs.Take(2)));
        Verifier.Check(carried.Graph);
    }

    [Fact]
    public void A_learned_start_is_added_in_the_first_window()
    {
        var carried = CarriedStates.Of(Loss(from: "h0"));

        Assert.True(carried.HasStart);
        Assert.Equal(["xs", "carried_h", "carried_c", "start"], Names(carried.Graph, carried.Graph.Inputs));
        var scan = carried.Graph.Nodes.Single(node => node.Op == Ops.Scan);
        var sum = carried.Graph[scan.Inputs[0]];
        Assert.Equal(Ops.Add, sum.Op);
        Assert.Equal(["start", "h0"], Names(carried.Graph, carried.Graph[sum.Inputs[1]].Inputs));
    }

    [Fact]
    public void Nothing_is_differentiated_by_what_comes_in()
    {
        var train = PassRuns.Differentiate(Loss(from: "h0"), stateful: true);

        Assert.Equal(3 + train.Parameters.Count(), train.Outputs.Count);
        Assert.Equal(["xs", "carried_h", "carried_c", "start"], Names(train, train.Inputs));
        Assert.DoesNotContain(train.Nodes, node => node.Name == "d_carried_h");
        Verifier.Check(train);
    }

    private static IEnumerable<string?> Names(Graph graph, IEnumerable<int> ids) => ids.Select(id => graph[id].Name);

    private static Graph Loss(string? from)
    {
        var graph = new GraphBuilder("Loss");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        Formula? start = from is null ? null : new Formula(graph, graph.Parameter(from, TensorType.Vec(H)));
        var cell = TestCells.Lstm.Declare(graph, "rnn", X, H);
        var outputs = start is null
            ? TestCells.Lstm.Scan(xs, cell, H)
            : TestCells.Lstm.Scan(xs, cell, H, from: [start.Value, start.Value]);
        return graph.Build(outputs.SumTime().Square().Sum().Id);
    }
}
