using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Streaming;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Tests.Interpreter;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;
using Verifier = RnnDsl.Generator.Ir.Analysis.Verifier;

namespace RnnDsl.Generator.Tests.Streaming;

public class StepGraphTests
{
    private static readonly NamedDim X = new("X");
    private static readonly NamedDim H = new("H");

    public static TheoryData<string> Cells => new(TestCells.All.Select(cell => cell.Name));

    [Theory]
    [MemberData(nameof(Cells))]
    public void StepByStepACellGivesTheResultsOfEachPrefix(string cell)
    {
        var graph = Recurrent(TestCells.ByName(cell), outputs => [outputs, outputs.Last()]);

        AssertPrefixesMatch(graph);
    }

    [Fact]
    public void AStackOfLoopsWithAMeanOverTimeStreams()
    {
        var graph = new GraphBuilder("Stack");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var first = TestCells.Lstm.Declare(graph, "first", X, H);
        var second = TestCells.Gru.Declare(graph, "second", H, H);
        var outputs = TestCells.Gru.Scan(TestCells.Lstm.Scan(xs, first, H), second, H);
        var mean = outputs.SumTime() / new Formula(graph, graph.Add(Ops.Length));

        AssertPrefixesMatch(graph.Build(mean.Id, outputs.Square().Sum().Id));
    }

    [Fact]
    public void StatesCarryTheirOwnNamesAndTypes()
    {
        var step = StepGraph.Of(Recurrent(TestCells.Lstm, outputs => [outputs.SumTime()]));

        Assert.Equal(["h", "c", "sum"], step.States.Select(state => state.Name));
        Assert.All(step.States, state => Assert.Equal(TensorType.Vec(H), state.Type));
        Assert.Equal(["xs", "h", "c", "sum"], step.Graph.Inputs.Select(id => step.Graph[id].Name));
    }

    [Fact]
    public void AnInitialStateThatIsLearnedStandsBeforeTheFirstStep()
    {
        var graph = new GraphBuilder("Learned");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var start = new Formula(graph, graph.Parameter("start", TensorType.Vec(H)));
        var cell = TestCells.SimpleRnn.Declare(graph, "rnn", X, H);
        var outputs = TestCells.SimpleRnn.Scan(xs, cell, H, from: [start.Tanh()]);

        AssertPrefixesMatch(graph.Build(outputs.Last().Id));
    }

    [Fact]
    public void ARunningMeanCanBeTakenOffTheLastStep()
    {
        var graph = new GraphBuilder("Centred");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var mean = xs.SumTime() / new Formula(graph, graph.Add(Ops.Length));

        AssertPrefixesMatch(graph.Build((xs - mean).Last().Id));
    }

    [Fact]
    public void ALoopFromTheEndIsNotCausal()
    {
        var graph = Recurrent(TestCells.SimpleRnn, outputs => [outputs.Last()], reverse: true);

        var e = Assert.Throws<NotCausalException>(() => StepGraph.Of(graph));
        Assert.Equal("SimpleRnn.Scan", e.Value);
        Assert.Contains("'SimpleRnn.Scan' reads the sequence from its end", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALoopOverWhatTheLastStepChangesIsNotCausal()
    {
        var graph = new GraphBuilder("Centred");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var cell = TestCells.SimpleRnn.Declare(graph, "rnn", X, H);
        var centred = (xs - xs.Last()).Named("centred");
        var outputs = TestCells.SimpleRnn.Scan(centred, cell, H);

        var e = Assert.Throws<NotCausalException>(() => StepGraph.Of(graph.Build(outputs.Last().Id)));
        Assert.Contains(
            "'SimpleRnn.Scan' reads 'centred', which changes at all earlier steps",
            e.Message,
            StringComparison.Ordinal
        );
    }

    private static Graph Recurrent(TestCell cell, Func<Formula, Formula[]> results, bool reverse = false)
    {
        var graph = new GraphBuilder("Model");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(X)));
        var parameters = cell.Declare(graph, "rnn", X, H);
        var outputs = cell.Scan(xs, parameters, H, reverse);
        return graph.Build([.. results(outputs).Select(result => result.Id)]);
    }

    /// <summary>Runs the step graph on step after step, and the whole graph on each prefix.</summary>
    internal static void AssertPrefixesMatch(Graph graph)
    {
        const int Length = 4;
        var step = StepGraph.Of(graph);
        Verifier.Check(step.Graph);
        var leaves = new FiniteDifferences(FiniteDifferences.SizeOf, Length, seed: 3).RandomLeaves(graph);
        var states = step.States.ToDictionary(
            state => state.Name,
            state => Value.Zero(state.Type, FiniteDifferences.SizeOf, 1),
            StringComparer.Ordinal
        );
        for (var t = 0; t < Length; t++)
        {
            var whole = new GraphInterpreter(FiniteDifferences.SizeOf, t + 1).Run(
                graph,
                name => Prefix(leaves[name], t + 1)
            );
            var now = new GraphInterpreter(FiniteDifferences.SizeOf, 1).Run(
                step.Graph,
                name => states.TryGetValue(name, out var state) ? state : leaves[name].Step(t)
            );
            for (var i = 0; i < graph.Outputs.Count; i++)
            {
                var expected = whole[i].At(t);
                Assert.All(expected.Zip(now[i].At(0)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
            }

            for (var i = 0; i < step.States.Count; i++)
            {
                states[step.States[i].Name] = now[graph.Outputs.Count + i];
            }
        }
    }

    private static Value Prefix(Value value, int length) =>
        value.OverTime ? Value.Sequence([.. value.Steps.Take(length)]) : value;
}
