using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Programs.Checks;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>
/// Which buffers share memory. Each case is also forced, and run slot by slot by the verifier, which knows nothing of the rules: it
/// must find something wrong where they say no, and nothing where they say yes.
/// </summary>
public class BufferSharingTests
{
    private static readonly NamedDim H = new("H");

    [Fact]
    public void AnEpilogueMayWriteWhereItHasRead()
    {
        CheckLoop(shared: true, RegionKind.Forward, Stage(Load("a"), Store("b")));
        CheckLoop(shared: true, RegionKind.Reverse, Stage(Load("a"), Store("b")));
        CheckLoop(shared: false, RegionKind.Forward, Stage(Load("x"), Store("b"), Load("a")));
    }

    [Fact]
    public void AnOperandOfAProductIsReadUntilTheStageIsOver()
    {
        CheckLoop(shared: false, RegionKind.Reverse, Product("a", Store("b")));
        CheckLoop(shared: true, RegionKind.Reverse, Product("a"), Stage(Load("x"), Store("b")));
        CheckLoop(shared: false, RegionKind.Reverse, Stage(Load("x"), Store("b")), Product("a"));
    }

    [Fact]
    public void ASlotThatIsReadAtALaterStepIsNotWritten()
    {
        var (now, next) = (TimeIndex.Current, TimeIndex.Next);

        // Slot t + 1 is this step's in one direction a step before it is slot t, in the other direction a step after that.
        CheckLoop(shared: true, RegionKind.Forward, Stage(Load("a", next), Store("b", now)));
        CheckLoop(shared: false, RegionKind.Reverse, Stage(Load("a", next), Store("b", now)));
        CheckLoop(shared: false, RegionKind.Forward, Stage(Load("a", now), Store("b", next)));
        CheckLoop(shared: true, RegionKind.Reverse, Stage(Load("a", now), Store("b", next)));

        // Other slots do not matter, not even to a product.
        CheckLoop(shared: true, RegionKind.Forward, Product("a", next, Store("b", now)));
        CheckLoop(shared: false, RegionKind.Forward, Stage(Load("a", now), Load("a", next), Store("b", next)));
    }

    [Fact]
    public void ASlotThatEveryStepReadsIsNotWrittenInTheLoop()
    {
        CheckLoop(shared: false, RegionKind.Forward, Stage(Load("a", TimeIndex.First), Store("b")));
    }

    [Fact]
    public void TheFirstStateOfALoopStandsBesideTheStepsOfAnotherBuffer()
    {
        var start = new Region("", RegionKind.Once, new([new ClearStage("Start", new("b", TimeIndex.End))]));
        var first = new Region("", RegionKind.Once, new([new ClearStage("Start", new("b", TimeIndex.First))]));
        var loop = Loop(RegionKind.Reverse, Product("b", TimeIndex.Next, Load("a"), Store("b")));

        Check(shared: true, BufferKind.Steps, start, loop);
        Check(shared: false, BufferKind.Steps, start, first, loop);
        Check(
            shared: false,
            BufferKind.States,
            start,
            Loop(RegionKind.Reverse, Stage(Load("a", TimeIndex.Next))),
            loop
        );
    }

    [Fact]
    public void ALaterRegionMayNotReadWhatWasWrittenOver()
    {
        var inPlace = Loop(RegionKind.Forward, Stage(Load("a"), Store("b")));

        Check(shared: false, BufferKind.Steps, inPlace, Loop(RegionKind.Reverse, Stage(Load("a"))));
        Check(shared: true, BufferKind.Steps, Loop(RegionKind.Reverse, Stage(Load("a"))), inPlace);
    }

    [Fact]
    public void ArgumentsResultsAndWhatGradientsAreSummedFromStayToTheEnd()
    {
        var inPlace = Loop(RegionKind.Forward, Stage(Load("a"), Store("b")));
        var program = Case(BufferKind.Steps, inPlace);
        var result = new ProgramOutput("a", TensorType.Seq(H), new("a", TimeIndex.Current));
        var term = new GradientTerm("a", TimeIndex.Current, Operand: null, TimeIndex.None, OverTime: true);

        Check(shared: true, program);
        Check(shared: false, program with { Outputs = new([result]) });
        Check(
            shared: false,
            program with
            {
                Parameters = new([new("p", TensorType.Vec(H))]),
                Gradients = new([new ParameterGradient("p", new([term]))]),
            }
        );
        var argument = Loop(RegionKind.Forward, Stage(Load("x"), Store("b")));
        Assert.DoesNotContain(
            BufferSharing.Apply(Case(BufferKind.Steps, argument)).Memory,
            m => m.Buffers.Contains("x") && m.Buffers.Count > 1
        );
    }

    [Fact]
    public void TheGradientOfAGateGoesWhereTheGateWas()
    {
        var loss = TestModel.Loss("every step", TestCells.Lstm);
        var program = PassRuns.PlanTraining(PassRuns.Differentiate(loss), Scheduled.Options);

        var memory = program.Memory.Single(memory => memory.Name == "f_then_d_f_in");
        Assert.Equal(["f", "d_f_in"], memory.Buffers);
        Assert.Equal(BufferKind.States, memory.Kind);
        Assert.All(
            program.Memory.Where(memory => memory.Buffers.Any(buffer => buffer is "xs" or "target" or "h" or "c")),
            memory => Assert.Single(memory.Buffers)
        );
    }

    [Fact]
    public void TheVerifierFindsAGateThatAnotherGateWasWrittenOver()
    {
        var loss = TestModel.Loss("every step", TestCells.Lstm);
        var program = PassRuns.PlanTraining(PassRuns.Differentiate(loss), Scheduled.Options);
        var wrong = program with
        {
            Buffers = program
                .Buffers.Select(buffer => buffer.Name == "f" ? buffer with { Memory = "i_then_d_i_in" } : buffer)
                .ToEquatableArray(),
        };

        var error = Assert.Throws<InvalidOperationException>(() => ProgramVerifier.Check(wrong));

        Assert.Contains("reads i (Current), where f stands by then", error.Message, StringComparison.Ordinal);
    }

    private static void CheckLoop(bool shared, RegionKind kind, params Stage[] stages) =>
        Check(shared, BufferKind.States, Loop(kind, stages));

    private static void Check(bool shared, BufferKind kind, params Region[] regions) =>
        Check(shared, Case(kind, regions));

    private static void Check(bool shared, Program program)
    {
        var memory = BufferSharing.Apply(program).Buffers.Single(buffer => buffer.Name == "b").Memory;
        Assert.Equal(shared ? "a_then_b" : "b", memory);

        ProgramVerifier.Check(program);
        var forced = program with
        {
            Buffers = program
                .Buffers.Select(buffer => buffer.Name is "a" or "b" ? buffer with { Memory = "both" } : buffer)
                .ToEquatableArray(),
        };
        if (shared)
        {
            ProgramVerifier.Check(forced);
        }
        else
        {
            var error = Assert.Throws<InvalidOperationException>(() => ProgramVerifier.Check(forced));
            Assert.Contains("reads a", error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>An argument x; a loop that writes a at all slots; and regions that read a and write b.</summary>
    private static Program Case(BufferKind kind, params Region[] regions)
    {
        var write = Loop(RegionKind.Forward, Stage(Load("x"), Store("a")));
        var clear = new Region("", RegionKind.Once, new([new ClearStage("End", new("a", TimeIndex.End))]));
        return new Program(
            "Case",
            EquatableArray<NamedType>.Empty,
            new([new ProgramInput("x", TensorType.Seq(H), new BufferRef("x", TimeIndex.Current))]),
            EquatableArray<ProgramOutput>.Empty,
            new([
                new("x", BufferKind.Steps, H),
                new("a", kind, H),
                new("b", BufferKind.States, H),
                new("sum", BufferKind.Row, H),
            ]),
            new([new PackSpec("pack", H, H, new([new PackedGate(Parameter: null)]), Transposed: false)]),
            Named([write, .. kind == BufferKind.States ? [clear] : Array.Empty<Region>(), .. regions]),
            EquatableArray<Region>.Empty,
            EquatableArray<ParameterGradient>.Empty,
            EquatableArray<string>.Empty
        );
    }

    // The names of stages are unique.
    private static EquatableArray<Region> Named(IEnumerable<Region> regions) =>
        regions
            .Select(
                (region, r) =>
                    region with
                    {
                        Stages = region
                            .Stages.Select((stage, s) => stage with { Name = $"Stage{r}_{s}" })
                            .ToEquatableArray(),
                    }
            )
            .ToEquatableArray();

    private static Region Loop(RegionKind kind, params Stage[] stages) => new("", kind, new(stages));

    /// <summary>Loads, and stores what was loaded or computed last.</summary>
    private static FusedStage Stage(params EpilogueStep[] steps) =>
        new("", H, 0, EquatableArray<Segment>.Empty, Lines(new ConstStep("v", 0), steps));

    private static FusedStage Product(string operand, params EpilogueStep[] steps) =>
        Product(operand, TimeIndex.Current, steps);

    private static FusedStage Product(string operand, TimeIndex time, params EpilogueStep[] steps) =>
        new(
            "",
            H,
            1,
            new([new Segment(new(operand, time), "pack")]),
            Lines(new AccumulatorStep("v", 0), [.. steps, new StoreStep("v", new("sum", TimeIndex.None))])
        );

    private static EquatableArray<EpilogueStep> Lines(EpilogueStep first, IEnumerable<EpilogueStep> steps) =>
        new([first, .. steps]);

    private static LoadStep Load(string buffer, TimeIndex time = TimeIndex.Current) =>
        new($"{buffer}{time}", new(buffer, time));

    private static StoreStep Store(string buffer, TimeIndex time = TimeIndex.Current) => new("v", new(buffer, time));
}
