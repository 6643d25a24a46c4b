using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Tests.Differentiation;

public class GradientTests
{
    public static TheoryData<string, string, int> CellsLossesAndLengths
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var cell in TestCells.All)
            {
                foreach (var loss in TestLosses.All)
                {
                    foreach (var length in loss is "last" or "every step" ? [1, 2, 5] : new[] { 3 })
                    {
                        data.Add(cell.Name, loss, length);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CellsLossesAndLengths))]
    public void EveryCellUnderEveryLossMatchesFiniteDifferences(string cell, string loss, int length)
    {
        var forward = TestModel.Loss(loss, TestCells.ByName(cell));

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length);
    }

    [Theory]
    [InlineData("last", 5)]
    [InlineData("every step", 3)]
    [InlineData("cross-entropy at last", 2)]
    public void AStackOfTwoLayersMatchesFiniteDifferences(string loss, int length)
    {
        var forward = TestModel.Loss(loss, TestCells.Lstm, TestCells.Gru);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length);
    }

    [Theory]
    [InlineData("last")]
    [InlineData("every step")]
    public void ALoopThatRunsBackwardsMatchesFiniteDifferences(string loss)
    {
        var forward = TestModel.Loss(loss, reverse: true, TestCells.PeepholeLstm);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length: 4);
    }

    [Fact]
    public void TheGradientIsTimesTheSeed()
    {
        var forward = TestModel.Loss("last", TestCells.SimpleRnn);
        var graph = PassRuns.Differentiate(forward);
        var runs = new FiniteDifferences(FiniteDifferences.SizeOf, length: 3, seed: 4);
        var leaves = runs.RandomLeaves(forward);

        var (whole, half) = (runs.Run(graph, leaves), runs.Run(graph, leaves, weight: 0.5));

        Assert.Equal(whole[0].Number, half[0].Number);
        for (var i = 1; i < whole.Count; i++)
        {
            Assert.Equal(whole[i].Flatten().Select(g => g / 2), half[i].Flatten());
        }
    }

    [Fact]
    public void AParameterUsedTwiceGetsBothGradients()
    {
        // One matrix has two uses: the recurrence of the cell, and the head.
        var (x, h) = (new NamedDim("X"), new NamedDim("H"));
        var graph = new GraphBuilder("Tied");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var parameters = TestCells.SimpleRnn.Declare(graph, "rnn", x, h);
        var states = TestCells.SimpleRnn.Scan(xs, parameters, h);
        var loss = (parameters["Whh"] * states.Last()).Square().Sum();
        var forward = graph.Build(loss.Id);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length: 3);
    }

    [Fact]
    public void AnInitialStateThatIsLearnedGetsAGradient()
    {
        var (x, h) = (new NamedDim("X"), new NamedDim("H"));
        var graph = new GraphBuilder("Learned");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var start = new Formula(graph, graph.Parameter("start", TensorType.Vec(h)));
        var parameters = TestCells.Lstm.Declare(graph, "rnn", x, h);
        var states = TestCells.Lstm.Scan(xs, parameters, h, from: [start.Tanh(), start]);
        var forward = graph.Build(states.SumTime().Square().Sum().Id);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length: 3);
    }

    [Fact]
    public void TheFinalStateCanStandInTheLoss()
    {
        var (x, h) = (new NamedDim("X"), new NamedDim("H"));
        var graph = new GraphBuilder("Final");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var parameters = TestCells.Lstm.Declare(graph, "rnn", x, h);
        var outputs = TestCells.Lstm.Scan(xs, parameters, h);
        var scan = graph[outputs.Id].Inputs[0];
        var cell = new Formula(graph, graph.Result(scan, 1));
        var forward = graph.Build((cell.Square().Sum() + outputs.SumTime().Sum()).Id);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length: 3);
    }

    [Fact]
    public void AContextVectorReadAtEveryStepGetsTheSumOfItsAdjoints()
    {
        // An encoder's last state goes into every step of a decoder.
        var (x, h, h2) = (new NamedDim("X"), new NamedDim("H"), new NamedDim("H2"));
        var graph = new GraphBuilder("Context");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var encoder = TestCells.Gru.Declare(graph, "encoder", x, h);
        var weights = new Formula(graph, graph.Parameter("decoder.V", TensorType.Mat(h2, h)));
        var decoder = TestCells.SimpleRnn.Declare(graph, "decoder", x, h2);
        var context = weights * TestCells.Gru.Scan(xs, encoder, h).Last();
        decoder["bh"] = context;
        var outputs = TestCells.SimpleRnn.Scan(xs, decoder, h2);
        var forward = graph.Build(outputs.Square().Sum().SumTime().Id);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length: 4);
    }

    [Fact]
    public void ABroadcastOverTimeGetsTheSumOfItsAdjoints()
    {
        var (x, h) = (new NamedDim("X"), new NamedDim("H"));
        var graph = new GraphBuilder("Broadcast");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var w = new Formula(graph, graph.Parameter("w", TensorType.Mat(h, x)));
        var gain = new Formula(graph, graph.Parameter("gain", TensorType.Vec(h)));
        var wide = gain * (w * xs).Tanh();
        var scale = gain.Sum();
        var forward = graph.Build(((scale * wide).Square().Sum().SumTime() / wide.SumTime().Square().Sum()).Id);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length: 3);
    }

    [Fact]
    public void AParameterThatTheLossDoesNotUseGetsZeros()
    {
        var (x, h) = (new NamedDim("X"), new NamedDim("H"));
        var graph = new GraphBuilder("Unused");
        var v = new Formula(graph, graph.Input("v", TensorType.Vec(x)));
        graph.Parameter("w", TensorType.Mat(h, x));
        graph.Parameter("b", TensorType.Vec(h));
        var used = new Formula(graph, graph.Parameter("used", TensorType.Vec(x)));
        var forward = graph.Build((v * used).Sum().Id);

        FiniteDifferences.Check(forward, PassRuns.Differentiate(forward), length: 1);
    }
}
