using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Plans how a program runs on tensors: which values are side by side, and which products one call computes.</summary>
internal sealed class TensorPlanner
{
    private readonly Program program;
    private readonly TensorNames names;
    private readonly OperandPlan operands;
    private readonly List<StageSums> sums = [];
    private readonly HashSet<string> writtenOnce;

    private TensorPlanner(Program program, IEnumerable<string> dims)
    {
        this.program = program;
        names = new TensorNames(program, dims);
        operands = new OperandPlan(program, names, StoredOperands.Of(program));
        writtenOnce = new HashSet<string>(
            program
                .Regions.SelectMany(region => region.Stages)
                .SelectMany(StageAccess.Of)
                .Where(access => access.Writes)
                .GroupBy(access => access.Slot.Buffer, StringComparer.Ordinal)
                .Where(writes => writes.Count() == 1)
                .Select(writes => writes.Key),
            StringComparer.Ordinal
        );
    }

    /// <summary>The plan of a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="dims">The dims that its sizes are made of.</param>
    public static TensorPlan Plan(Program program, IEnumerable<string> dims)
    {
        var planner = new TensorPlanner(program, dims);
        var forward = planner.program.Forward.Select(planner.Region).ToList();
        var backward = planner.program.Backward.Select(planner.Region).ToList();
        return new TensorPlan(
            planner.program,
            planner.names,
            forward,
            backward,
            GradientCalls.Of(planner.program, planner.operands),
            planner.operands,
            new DerivedPlan(planner.program, planner.names)
        )
        {
            Sums = planner.sums,
            Packs = planner.Packs().ToList(),
            MarkWidths = planner.MarkWidths().ToList(),
        };
    }

    private IEnumerable<FusedStage> Fused =>
        program.Regions.SelectMany(region => region.Stages).Select(EquationsOf.Stage).OfType<FusedStage>();

    private IEnumerable<PackSpec> Packs()
    {
        var used = new HashSet<string>(Fused.SelectMany(s => s.Segments).Select(s => s.Pack), StringComparer.Ordinal);
        return program.Packs.Where(pack => used.Contains(pack.Name));
    }

    private IEnumerable<Dim> MarkWidths() =>
        Fused
            .Where(stage => stage.Epilogue.OfType<ComputeStep>().Any(step => step.Op.IsMark))
            .Select(stage => stage.Units)
            .Distinct();

    private TensorRegion Region(Region region)
    {
        var isWhole = IndependentLoops.Is(region, program);
        var isLoop = region.Kind != RegionKind.Once && !isWhole;
        var ahead = new List<SumCalls>();
        var stages = region.Stages.Select(stage => Stage(stage, region.Kind, isWhole, ahead)).ToList();
        return new TensorRegion(region, isLoop, ahead, stages);
    }

    private StageCalls Stage(Stage stage, RegionKind kind, bool isWhole, List<SumCalls> ahead)
    {
        if (EquationsOf.Stage(stage) is not { } fused)
        {
            return new StageCalls(stage, null, null);
        }

        var uses = new EpilogueUses(fused);
        var biases = new StageBiases(fused, uses);
        var epilogue = EpiloguePlanner.Plan(
            fused,
            uses,
            biases,
            names,
            buffer => kind != RegionKind.Once && CanBeHome(buffer, fused)
        );
        if (fused.Gates == 0)
        {
            return new StageCalls(stage, null, epilogue);
        }

        operands.AddHomes(epilogue.Homes.Values);
        var isLoop = kind != RegionKind.Once;
        var isOverTime = isWhole || isLoop && (epilogue.Homes.Count > 0 || fused.Segments.Any(s => s.IsAhead));
        var own = new StageSums(epilogue, biases, isOverTime, names);
        sums.Add(own);
        var products = operands.Products(fused).ToList();
        if (!isLoop || isWhole || !isOverTime)
        {
            return new StageCalls(stage, SumCalls.Of(own, products, isStarted: false), epilogue);
        }

        var first = products.Where(p => p.IsAhead).ToList();
        var isStarted = first.Count > 0 || own.BiasField is not null;
        if (isStarted)
        {
            ahead.Add(SumCalls.Of(own, first, isStarted: false));
        }

        return new StageCalls(stage, SumCalls.Of(own, products.Where(p => !p.IsAhead).ToList(), isStarted), epilogue);
    }

    /// <summary>Whether what would be copied from the place of its sum may stay there: it is written nowhere else.</summary>
    private bool CanBeHome(string buffer, FusedStage stage) =>
        program.Buffers.First(b => b.Name == buffer) is { Kind: BufferKind.Steps } spec
        && spec.Width.Equals(stage.Units)
        && operands.JoinOf(buffer) is null
        && writtenOnce.Contains(buffer);
}
