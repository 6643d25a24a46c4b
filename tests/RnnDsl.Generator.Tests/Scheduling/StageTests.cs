using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Differentiation;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>How many stages a step takes: the structure that the speed comes from.</summary>
public class StageTests
{
    [Fact]
    public void AnLstmStepIsOneStageOfFourGatesForwardAndOneBackward()
    {
        var program = Train("every step", TestCells.Lstm, Scheduled.SmallInput);

        var forward = Assert.Single(Loop(program.Forward, "Lstm"));
        Assert.Equal(4, forward.Gates);
        Assert.Equal(["xs", "h"], forward.Segments.Select(segment => segment.Operand.Buffer));
        var backward = Assert.Single(Loop(program.Backward, "d_Lstm"));
        Assert.Equal(1, backward.Gates);
        Assert.Equal(4, backward.Segments.Count);
    }

    [Fact]
    public void AGruWithTheResetBeforeTheProductTakesTwoStagesEachWay()
    {
        var program = Train("every step", TestCells.Gru, Scheduled.SmallInput);

        Assert.Equal([2, 1], Loop(program.Forward, "Gru").Select(stage => stage.Gates));
        Assert.Equal(2, Loop(program.Backward, "d_Gru").Count);
    }

    [Fact]
    public void AGruWithTheResetAfterTheProductIsOneStageWhosePacksLeaveOutTheGateThatLacksAnOperand()
    {
        var program = Train("last", TestCells.GruResetAfter, Scheduled.SmallInput);

        Assert.Equal(4, Assert.Single(Loop(program.Forward, "GruResetAfter")).Gates);
        var packs = program.Packs.Where(pack => !pack.Transposed && pack.Gates.Count == 4);
        Assert.Equal([(0, 3), (1, 4)], packs.Select(pack => (pack.First, pack.End)));
    }

    [Fact]
    public void SixGatesAreDividedAsNoStageHasMoreThanFour()
    {
        var program = PassRuns.Plan(TestGraphs.Outputs("all", TestGraphs.SixGates), Scheduled.SmallInput);

        Assert.Equal([4, 2], Loop(program.Forward, "SixGates").Take(2).Select(stage => stage.Gates));
    }

    [Fact]
    public void AWideInputMayBeMultipliedAheadOfTheStepsAndANarrowOneIsNot()
    {
        var graph = TestGraphs.Outputs("last", TestCells.Lstm);

        var (wide, narrow) = (PassRuns.Plan(graph, Scheduled.Options), PassRuns.Plan(graph, Scheduled.SmallInput));

        Assert.Equal([true, false], Segments(wide).Select(segment => segment.IsAhead));
        Assert.Contains("ahead of the steps", Assert.Single(wide.Notes), StringComparison.Ordinal);
        Assert.Equal([false, false], Segments(narrow).Select(segment => segment.IsAhead));
        Assert.Contains("X is 2", Assert.Single(narrow.Notes), StringComparison.Ordinal);

        static IEnumerable<Segment> Segments(Program program) => Assert.Single(Loop(program.Forward, "Lstm")).Segments;
    }

    [Fact]
    public void OnlyAStateWhoseHistoryIsReadKeepsAllItsSteps()
    {
        var last = PassRuns.Plan(TestGraphs.Outputs("last", TestCells.SimpleRnn), Scheduled.SmallInput);
        var all = PassRuns.Plan(TestGraphs.Outputs("all", TestCells.Lstm), Scheduled.SmallInput);

        Assert.Equal(BufferKind.States, all.Buffers.Single(buffer => buffer.Name == "h").Kind);
        Assert.Equal(BufferKind.Alternating, all.Buffers.Single(buffer => buffer.Name == "c").Kind);
        Assert.Equal(BufferKind.Alternating, last.Buffers.Single(buffer => buffer.Name == "h").Kind);
    }

    [Fact]
    public void ALossAtTheLastStepClearsAndReadsNoSequence()
    {
        foreach (
            var cell in new[] { TestCells.SimpleRnn, TestCells.PeepholeLstm, TestCells.Gru, TestCells.GruResetAfter }
        )
        {
            var program = Train("last", cell, Scheduled.SmallInput);

            var clears = program.Backward.Where(region => region.Kind == RegionKind.Forward);
            Assert.DoesNotContain(clears, region => region.Stages.Any(stage => stage is ClearStage));
        }
    }

    [Fact]
    public void TheLossIsCompleteWhenTheForwardRegionsHaveRun()
    {
        var program = Train("cross-entropy at every step", TestCells.Gru, Scheduled.SmallInput);

        var seeded = program
            .Forward.SelectMany(region => region.Stages)
            .OfType<FusedStage>()
            .Where(stage => stage.Epilogue.Any(step => step is SeedStep));
        Assert.Empty(seeded);
        Assert.Equal("loss", Assert.Single(program.Outputs).Name);
    }

    [Fact]
    public void ALayerTakesTheMemoryOfOneWhoseStatesNobodyReadsAnyMore()
    {
        var x = new NamedDim("H");
        var graph = new GraphBuilder("Forward");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var first = TestCells.SimpleRnn.Scan(xs, TestCells.SimpleRnn.Declare(graph, "first", x, x), x);
        // Parameters come first in a graph, so the second cell's are the first one's.
        var second = TestCells.SimpleRnn.Scan(first, Declared(graph), x);
        var third = TestCells.SimpleRnn.Scan(second, Declared(graph), x);
        var fourth = TestCells.SimpleRnn.Scan(third, Declared(graph), x);

        var program = Scheduled.Check(graph.Build(fourth.Last().Id), Scheduled.Options, rows: 2, steps: 4);

        Assert.Contains(program.Memory, memory => memory.Buffers.SequenceEqual(["h", "h3"]));
    }

    private static Dictionary<string, Formula> Declared(GraphBuilder graph)
    {
        var ids = Enumerable.Range(0, graph.Nodes.Count).Where(id => graph[id].Op == Ops.Parameter);
        return ids.ToDictionary(
            id => graph[id].Name!.Split('.')[1],
            id => new Formula(graph, id),
            StringComparer.Ordinal
        );
    }

    private static Program Train(string loss, TestCell cell, ScheduleOptions options) =>
        PassRuns.PlanTraining(PassRuns.Differentiate(TestModel.Loss(loss, cell)), options);

    private static List<FusedStage> Loop(IEnumerable<Region> regions, string cell) =>
        regions
            .Single(region => region.Kind != RegionKind.Once && region.Title == cell + ".Scan")
            .Stages.OfType<FusedStage>()
            .ToList();
}
