using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Differentiation;

namespace RnnDsl.Generator.Tests.Scheduling;

public class ProgramTests
{
    private static readonly string[] Results =
    [
        "all",
        "last",
        "head at last",
        "last of head",
        "head at every step",
        "mean",
    ];

    private static readonly (int Rows, int Steps)[] Sizes = [(1, 1), (3, 2), (2, 5)];

    private static readonly ScheduleOptions[] Options = [Scheduled.Options, Scheduled.SmallInput];

    [Fact]
    public void EveryCellPredictsWhatItsGraphComputes()
    {
        foreach (
            var cell in TestCells.All.Append(TestGraphs.SixGates).Append(TestGraphs.Delay).Append(TestGraphs.LayerNorm)
        )
        {
            foreach (var result in Results)
            {
                CheckAll(TestGraphs.Outputs(result, cell));
            }
        }
    }

    [Fact]
    public void ALoopFromTheLastStepToTheFirstPredictsWhatItsGraphComputes()
    {
        foreach (var cell in new[] { TestCells.PeepholeLstm, TestGraphs.SixGates, TestGraphs.Delay })
        {
            CheckAll(TestGraphs.Outputs("head at every step", cell, reverse: true));
            CheckAll(TestGraphs.Outputs("last", cell, reverse: true));
        }
    }

    [Theory]
    [InlineData("last")]
    [InlineData("every step")]
    [InlineData("mean over time")]
    public void OddCellsTrainAsTheirGraphs(string loss)
    {
        CheckAll(PassRuns.Differentiate(TestModel.Loss(loss, TestGraphs.SixGates)));
        CheckAll(PassRuns.Differentiate(TestModel.Loss(loss, TestGraphs.Delay)));
        CheckAll(PassRuns.Differentiate(TestModel.Loss(loss, TestGraphs.LayerNorm)));
        CheckAll(PassRuns.Differentiate(TestModel.Loss(loss, reverse: true, TestCells.Lstm)));
        CheckAll(PassRuns.Differentiate(TestModel.Loss(loss, TestCells.Lstm, TestCells.Gru)));
    }

    [Fact]
    public void ContextVectorsAndLearnedInitialStatesTrainAsTheirGraphs()
    {
        CheckAll(PassRuns.Differentiate(TestGraphs.Context()));
        CheckAll(PassRuns.Differentiate(TestGraphs.CapturedProduct()));
        CheckAll(PassRuns.Differentiate(TestGraphs.NoLoop()));
    }

    [Fact]
    public void ResultsThatNobodyComputesAreCopied() => CheckAll(TestGraphs.NothingToDo());

    [Fact]
    public void ParametersThatTheLossDoesNotUseGetNoGradient() =>
        CheckAll(PassRuns.Differentiate(TestGraphs.UnusedParameters()));

    [Fact]
    public void AStreamKeepsItsStatesInTheBuffersOfItsInputs()
    {
        CheckStream(TestGraphs.Stream(), states: 4);
        CheckStream(TestGraphs.SwappingStream(), states: 2);
    }

    [Fact]
    public void AMatrixThatIsComputedIsRefusedWithItsName()
    {
        var graph = new GraphBuilder("Forward");
        var x = graph.Input("x", TensorType.Vec(new NamedDim("X")));
        var w = graph.Parameter("W", TensorType.Mat(new NamedDim("X"), new NamedDim("X")));
        var twice = graph.Add(Ops.Mul, graph.Const(2), w);

        var error = Assert.Throws<ScheduleException>(() =>
            PassRuns.Plan(graph.Build(graph.Add(Ops.MatVec, twice, x)), Scheduled.Options)
        );

        Assert.Contains("2 * W", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMatrixThatIsAnArgumentIsRefusedWithItsName()
    {
        var graph = new GraphBuilder("Forward");
        var x = graph.Input("x", TensorType.Vec(new NamedDim("X")));
        var a = graph.Input("A", TensorType.Mat(new NamedDim("X"), new NamedDim("X")));

        var error = Assert.Throws<ScheduleException>(() =>
            PassRuns.Plan(graph.Build(graph.Add(Ops.MatVec, a, x)), Scheduled.Options)
        );

        Assert.Contains("A * x", error.Message, StringComparison.Ordinal);
    }

    private static void CheckAll(Graph graph)
    {
        foreach (var (rows, steps) in Sizes)
        {
            foreach (var options in Options)
            {
                Scheduled.Check(graph, options, rows, steps);
            }
        }
    }

    private static void CheckStream(Graph graph, int states)
    {
        var program = Scheduled.Check(graph, Scheduled.Options with { States = states }, rows: 1, steps: 1);

        Assert.Equal(
            program.Inputs.Skip(program.Inputs.Count - states).Select(input => input.Buffer),
            program.Outputs.Skip(program.Outputs.Count - states).Select(output => output.Source.Buffer)
        );
        Assert.Equal(states, program.Buffers.Count(buffer => buffer.Kind == BufferKind.Alternating));
        Assert.DoesNotContain(program.Buffers, buffer => buffer.Kind is BufferKind.Steps or BufferKind.States);
    }
}
