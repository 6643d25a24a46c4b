using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Differentiation;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Planning asks the target: whatever it says, the program computes what the graph does, in the way it asked for.</summary>
public sealed class TargetTraitsTests
{
    private static readonly TargetTraits Plain = new("plain");

    public static TheoryData<int, AheadProducts, bool, bool> Traits =>
        new()
        {
            { 1, AheadProducts.None, false, false },
            { 2, AheadProducts.OnePerStage, true, false },
            { 3, AheadProducts.All, false, true },
            { 6, AheadProducts.All, true, true },
        };

    [Theory]
    [MemberData(nameof(Traits))]
    public void A_training_with_any_traits(int accumulators, AheadProducts ahead, bool shares, bool joins)
    {
        var target = Plain with
        {
            Accumulators = accumulators,
            Ahead = ahead,
            SharesMemory = shares,
            JoinsSteps = joins,
        };

        var program = Scheduled.Check(Loss("every step"), new ScheduleOptions(target), rows: 2, steps: 3);

        Assert.Equal(Math.Min(4, accumulators), Stages(program).Max(stage => stage.Gates));
        Assert.Equal(shares, program.Buffers.Any(buffer => buffer.Memory != buffer.Name));
    }

    [Fact]
    public void Products_that_run_ahead()
    {
        Assert.Equal(0, Ahead(AheadProducts.None));
        // The one of the inputs, in the one stage of the four gates.
        Assert.Equal(1, Ahead(AheadProducts.OnePerStage));
        Assert.Equal(0, Ahead(AheadProducts.OnePerStage, small: true));
        Assert.Equal(1, Ahead(AheadProducts.All, small: true));
    }

    [Fact]
    public void Loops_that_take_several_steps_as_one()
    {
        Assert.DoesNotContain(RegionKind.Each, Kinds(Plain));
        Assert.Contains(RegionKind.Each, Kinds(Plain with { JoinsSteps = true }));
    }

    private static IEnumerable<RegionKind> Kinds(TargetTraits target)
    {
        var graph = TestGraphs.Outputs("head at every step", TestCells.Lstm);
        return Scheduled
            .Check(graph, new ScheduleOptions(target), rows: 2, steps: 3)
            .Forward.Select(region => region.Kind);
    }

    private static int Ahead(AheadProducts ahead, bool small = false)
    {
        var options = new ScheduleOptions(Plain with { Accumulators = 4, Ahead = ahead });
        var graph = TestGraphs.Outputs("head at last", TestCells.Lstm);
        var program = Scheduled.Check(
            graph,
            small ? options with { Sizes = Scheduled.SmallInput.Sizes } : options,
            rows: 2,
            steps: 3
        );
        return program
            .Forward.SelectMany(region => region.Stages)
            .OfType<FusedStage>()
            .SelectMany(stage => stage.Segments)
            .Count(segment => segment.IsAhead);
    }

    private static IEnumerable<FusedStage> Stages(Program program) =>
        program.Forward.Concat(program.Backward).SelectMany(region => region.Stages).OfType<FusedStage>();

    private static Graph Loss(string loss) => PassRuns.Differentiate(TestModel.Loss(loss, TestCells.Lstm));
}
