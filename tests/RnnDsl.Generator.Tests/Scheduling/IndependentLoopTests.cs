using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Which loops have steps that do not need each other.</summary>
public class IndependentLoopTests
{
    private static readonly NamedDim H = new("H");

    [Theory]
    [InlineData(RegionKind.Forward)]
    [InlineData(RegionKind.Reverse)]
    public void ALayerOnEachStepIs_WhateverTheDirection(RegionKind kind)
    {
        var layer = Loop(kind, Product("x", Load("x"), Store("a")), Stage(Load("a"), Store("b")));

        var marked = Check(RegionKind.Each, layer);

        var segments = marked.Stages.OfType<FusedStage>().SelectMany(stage => stage.Segments);
        Assert.False(Assert.Single(segments).IsAhead);
    }

    [Fact]
    public void WhatRunsOnceStaysSo() =>
        Check(RegionKind.Once, Loop(RegionKind.Once, new ClearStage("Clear", Slot("r"))));

    [Fact]
    public void AStateThatIsReadBeforeItIsWrittenNeedsTheStepBefore()
    {
        Check(RegionKind.Forward, Loop(RegionKind.Forward, Stage(Load("s"), Store("s", TimeIndex.Next))));
        Check(RegionKind.Reverse, Loop(RegionKind.Reverse, Stage(Load("s", TimeIndex.Next), Store("s"))));
        Check(RegionKind.Each, Loop(RegionKind.Forward, Stage(Load("x"), Store("s", TimeIndex.Next))));
        Check(RegionKind.Forward, Loop(RegionKind.Forward, Stage(Load("x"), Store("alternating", TimeIndex.Next))));
        Check(RegionKind.Forward, Loop(RegionKind.Forward, Stage(Load("alternating"), Store("a"))));
    }

    [Fact]
    public void NeighbouringSlotsAreReadBesideEachOtherButNotWritten()
    {
        var (read, written) = (Load("s", TimeIndex.Next), Store("s", TimeIndex.Next));

        Check(RegionKind.Each, Loop(RegionKind.Forward, Stage(Load("s"), read, Store("a"))));
        // Slots of one memory: what step t writes last, step t + 1 writes over. Stage after stage, the other value would stay.
        Check(RegionKind.Forward, Loop(RegionKind.Forward, Stage(Load("x"), Store("a")), Stage(written)), "a", "s");
    }

    [Fact]
    public void WhatAnExampleHasOnlyOnceIsNotARowOfEachStep()
    {
        Check(RegionKind.Forward, Loop(RegionKind.Forward, Stage(Load("x"), Load("r", TimeIndex.None), Store("a"))));
        Check(RegionKind.Forward, Loop(RegionKind.Forward, Stage(new SizeStep("T", Dim: null), Store("a"))));
        Check(RegionKind.Each, Loop(RegionKind.Forward, Stage(new SizeStep("H", H), Store("a"))));
        var mask = new Mask(Rate: 0.5, Site: 0, EquatableArray<Dim>.Empty);
        Check(
            RegionKind.Forward,
            Loop(RegionKind.Forward, Stage(new MaskStep("m", Ops.Dropout, mask, Slot("x")), Store("a")))
        );
    }

    [Fact]
    public void LastStepsAreOthersForEachExample() =>
        Check(
            RegionKind.Forward,
            Loop(RegionKind.Forward, new CopyStage("Last", new("x", TimeIndex.Last), new("r", TimeIndex.None)))
        );

    private static BufferRef Slot(string buffer, TimeIndex time = TimeIndex.Current) => new(buffer, time);

    private static LoadStep Load(string buffer, TimeIndex time = TimeIndex.Current) => new("v", Slot(buffer, time));

    private static StoreStep Store(string buffer, TimeIndex time = TimeIndex.Current) => new("v", Slot(buffer, time));

    private static FusedStage Stage(params EpilogueStep[] steps) =>
        new("Stage", H, 0, EquatableArray<Segment>.Empty, new(steps));

    private static FusedStage Product(string operand, params EpilogueStep[] steps) =>
        new("Product", H, 1, new([new Segment(Slot(operand), "w", IsAhead: true)]), new(steps));

    private static Region Loop(RegionKind kind, params Stage[] stages) => new("loop", kind, new(stages));

    private static Region Check(RegionKind expected, Region region, params string[] together)
    {
        var buffers = new (string Name, BufferKind Kind)[]
        {
            ("x", BufferKind.Steps),
            ("a", BufferKind.Steps),
            ("b", BufferKind.Steps),
            ("s", BufferKind.States),
            ("r", BufferKind.Row),
            ("alternating", BufferKind.Alternating),
        }.Select(b => new BufferSpec(b.Name, b.Kind, H) { Memory = together.Contains(b.Name) ? "memory" : b.Name });
        var program = new Program(
            "Test",
            EquatableArray<NamedType>.Empty,
            EquatableArray<ProgramInput>.Empty,
            EquatableArray<ProgramOutput>.Empty,
            buffers.ToEquatableArray(),
            EquatableArray<PackSpec>.Empty,
            new([region]),
            EquatableArray<Region>.Empty,
            EquatableArray<ParameterGradient>.Empty,
            EquatableArray<string>.Empty
        );

        var marked = Assert.Single(AheadOperands.Apply(IndependentLoops.Mark(program), Scheduled.Options).Forward);

        Assert.Equal(expected, marked.Kind);
        return marked;
    }
}
