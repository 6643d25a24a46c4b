using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>
/// Takes out of the loops what needs nothing that they compute: a tensor call costs as much for one step as for all. What the
/// steps then read is kept for all of them:
/// <code>
/// d_f_in = d_f * f * (1 - f)   f is known before the backward loop, so f * (1 - f) is computed for all steps at once
/// </code>
/// </summary>
internal sealed class AheadValues
{
    private readonly Program program;
    private readonly UniqueNames names;
    private readonly UniqueNames stages;
    private readonly List<BufferSpec> buffers;
    private readonly Dictionary<string, BufferKind> kinds;

    private AheadValues(Program program)
    {
        this.program = program;
        buffers = [.. program.Buffers];
        kinds = program.Buffers.ToDictionary(b => b.Name, b => b.Kind, StringComparer.Ordinal);
        names = new UniqueNames(program.Buffers.Select(b => b.Name));
        stages = new UniqueNames(program.Regions.SelectMany(region => region.Stages).Select(stage => stage.Name));
    }

    public static Program Apply(Program program)
    {
        var values = new AheadValues(program);
        var forward = values.Split(program.Forward);
        var backward = values.Split(program.Backward);
        return program with { Forward = forward, Backward = backward, Buffers = values.buffers.ToEquatableArray() };
    }

    private EquatableArray<Region> Split(IEnumerable<Region> regions) => regions.SelectMany(Split).ToEquatableArray();

    private IEnumerable<Region> Split(Region region)
    {
        if (region.Kind == RegionKind.Once || IndependentLoops.Is(region, program))
        {
            return [region];
        }

        var written = StageAccess.Buffers(region.Stages, writes: true);
        var ahead = new List<Stage>();
        var stages = region.Stages.Select(stage => Split(stage, written, ahead)).ToEquatableArray();
        return ahead.Count == 0
            ? [region]
            : [new Region(region.Title, RegionKind.Once, ahead.ToEquatableArray()), region with { Stages = stages }];
    }

    private Stage Split(Stage stage, HashSet<string> written, List<Stage> ahead)
    {
        if (stage is not FusedStage fused)
        {
            return stage;
        }

        var known = Known(fused, written);
        var kept = Kept(fused, known);
        if (kept.Count == 0)
        {
            return stage;
        }

        var slots = kept.ToDictionary(value => value, value => Keep(fused, value), StringComparer.Ordinal);
        var needed = Needed(fused, kept);
        var before = fused
            .Epilogue.Where(step => !step.IsWrite && needed.Contains(step.Value))
            .SelectMany(step =>
                slots.TryGetValue(step.Value, out var slot) ? new[] { step, new StoreStep(step.Value, slot) } : [step]
            );
        var name = stages.Take(stage.Name + "Ahead");
        ahead.Add(
            new OverTimeStage(
                name,
                fused with
                {
                    Name = name,
                    Gates = 0,
                    Segments = EquatableArray<Segment>.Empty,
                    Epilogue = before.ToEquatableArray(),
                }
            )
        );
        var rest = fused.Epilogue.Select(step =>
            !step.IsWrite && slots.TryGetValue(step.Value, out var slot) ? new LoadStep(step.Value, slot) : step
        );
        return fused with { Epilogue = WithoutUnused(rest).ToEquatableArray() };
    }

    private BufferRef Keep(FusedStage stage, string value)
    {
        var name = names.Take(value + "_ahead");
        buffers.Add(new BufferSpec(name, BufferKind.Steps, stage.Units));
        kinds.Add(name, BufferKind.Steps);
        return new BufferRef(name, TimeIndex.Current);
    }

    /// <summary>What is known of all steps before the loop begins, and differs from step to step.</summary>
    private HashSet<string> Known(FusedStage stage, HashSet<string> written)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var same = new HashSet<string>(StringComparer.Ordinal);
        var times = new StepTimes(IsKnown, known, same);
        foreach (var step in stage.Epilogue)
        {
            switch (step.Accept(times))
            {
                case StepTime.Known:
                    known.Add(step.Value);
                    break;
                case StepTime.Same:
                    same.Add(step.Value);
                    break;
                case StepTime.Unknown:
                    break;
            }
        }

        return known;

        bool IsKnown(BufferRef slot) =>
            slot.Time is TimeIndex.Current or TimeIndex.Next
            && kinds[slot.Buffer] is BufferKind.Steps or BufferKind.States
            && !written.Contains(slot.Buffer);
    }

    /// <summary>What of it the steps read; what is only loaded is in memory already.</summary>
    private static HashSet<string> Kept(FusedStage stage, HashSet<string> known)
    {
        var computed = new HashSet<string>(
            stage.Epilogue.Where(step => step.Accept(IsComputed.Instance)).Select(step => step.Value),
            StringComparer.Ordinal
        );
        var read = stage
            .Epilogue.Where(step => step.IsWrite || !known.Contains(step.Value))
            .SelectMany(StepOperands.Of);
        return new HashSet<string>(read.Where(v => known.Contains(v) && computed.Contains(v)), StringComparer.Ordinal);
    }

    private static HashSet<string> Needed(FusedStage stage, IEnumerable<string> roots)
    {
        var needed = new HashSet<string>(roots, StringComparer.Ordinal);
        foreach (var step in stage.Epilogue.Reverse().Where(step => !step.IsWrite && needed.Contains(step.Value)))
        {
            needed.UnionWith(StepOperands.Of(step));
        }

        return needed;
    }

    private static IEnumerable<EpilogueStep> WithoutUnused(IEnumerable<EpilogueStep> steps)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var kept = new List<EpilogueStep>();
        foreach (var step in steps.Reverse())
        {
            if (step.IsWrite || used.Contains(step.Value))
            {
                used.UnionWith(StepOperands.Of(step));
                kept.Add(step);
            }
        }

        kept.Reverse();
        return kept;
    }
}
