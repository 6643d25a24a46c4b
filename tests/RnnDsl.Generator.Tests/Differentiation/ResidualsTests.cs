using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

public class ResidualsTests
{
    public static TheoryData<string> Cells => new(TestCells.All.Select(cell => cell.Name));

    [Theory]
    [MemberData(nameof(Cells))]
    public void ComputingAValueAgainGivesTheSameBitsAsSavingIt(string cell)
    {
        var loss = TestModel.Loss("every step", TestCells.ByName(cell));
        var runs = new FiniteDifferences(FiniteDifferences.SizeOf, length: 3, seed: 5);
        var leaves = runs.RandomLeaves(loss);

        var saved = runs.Run(PassRuns.Differentiate(loss, mostOps: 0), leaves);
        var recomputed = runs.Run(PassRuns.Differentiate(loss), leaves);

        Assert.Equal(saved.SelectMany(value => value.Flatten()), recomputed.SelectMany(value => value.Flatten()));
    }

    [Fact]
    public void AnLstmSavesItsGatesAndItsCandidateAndNotTheTanhOfItsCell()
    {
        Assert.Equal(["h_prev", "c_prev", "i", "f", "o", "c_tanh", "c"], Saved(TestCells.Lstm));
    }

    [Fact]
    public void AGruSavesWhatItsSecondProductReadsAndNotOneMinusZ()
    {
        Assert.Equal(["h_prev", "z", "r", "n_in_mul", "n"], Saved(TestCells.Gru));
    }

    [Fact]
    public void ASumOfGatesIsComputedAgainButNotItsTanh()
    {
        var cell = new TestCell(
            "Sum",
            ["h"],
            ["W:H,X", "U:H,H", "p:H"],
            v =>
            {
                var a = (v("W") * v("x")).Sigmoid().Named("a");
                var b = (v("U") * v("h")).Sigmoid().Named("b");
                var h = (v("p") * (a + b) * (a + b).Tanh()).Named("h");
                return [h, h];
            }
        );

        Assert.Equal(["h_prev", "a", "b", "h_tanh"], Saved(cell));
    }

    [Fact]
    public void ALongChainOfCheapOpsIsSavedAtTheEndOfIt()
    {
        var cell = new TestCell(
            "Chain",
            ["h"],
            ["U:H,H", "p:H"],
            v =>
            {
                var a = (v("U") * v("h")).Sigmoid().Named("a");
                var chain = (((1 - a).Square() + v("p")).Square() - a).Square().Named("chain");
                var h = (chain.Square() + v("x")).Named("h");
                return [h, h];
            }
        );

        Assert.Equal(["h_prev", "a", "chain_in"], Saved(cell, sameDims: true));
    }

    /// <summary>The names of the sequences that the forward loop stacks for the backward loop.</summary>
    private static IEnumerable<string?> Saved(TestCell cell, bool sameDims = false)
    {
        var (x, h) = (new NamedDim(sameDims ? "H" : "X"), new NamedDim("H"));
        var graph = new GraphBuilder("Loss");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var outputs = cell.Scan(xs, cell.Declare(graph, "rnn", x, h), h);
        var loss = graph.Build(outputs.Last().Sum().Id);

        var backward = PassRuns.Differentiate(loss).Nodes.Single(node => node.Scan is { Reverse: true }).Scan!;
        var sequences = backward.Body.Inputs.Skip(backward.States).Take(backward.Sequences);
        return sequences.Select(id => backward.Body[id].Name).Where(name => name is not ("x" or "d_h_out"));
    }
}
