using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>The slots that each kind of stage reads and writes: what it reads comes first.</summary>
internal sealed class StageAccesses : IStageVisitor<IEnumerable<StageAccess>>
{
    public static readonly StageAccesses Instance = new();

    private StageAccesses() { }

    public IEnumerable<StageAccess> Visit(ClearStage stage) => [Written(stage.Target)];

    public IEnumerable<StageAccess> Visit(CopyStage stage) => [Read(stage.Source), Written(stage.Target)];

    public IEnumerable<StageAccess> Visit(FusedStage stage) =>
        stage
            .Segments.Select(segment => Read(segment.Operand))
            .Concat(stage.Epilogue.Select((step, line) => step.Accept(new StepAccess(line))).OfType<StageAccess>());

    public IEnumerable<StageAccess> Visit(JoinStage stage) =>
        [Read(stage.First), Read(stage.Second), Written(stage.Target)];

    public IEnumerable<StageAccess> Visit(OverTimeStage stage) => Visit(stage.Equations);

    public IEnumerable<StageAccess> Visit(PartStage stage) => [Read(stage.Source), Written(stage.Target)];

    public IEnumerable<StageAccess> Visit(ReductionStage stage) =>
        stage.Token is { } token
            ? [Read(stage.Source), Read(token), Written(stage.Target)]
            : [Read(stage.Source), Written(stage.Target)];

    public IEnumerable<StageAccess> Visit(ReverseStage stage) => [Read(stage.Source), Written(stage.Target)];

    public IEnumerable<StageAccess> Visit(SquaresStage stage) => [Written(stage.Target)];

    public IEnumerable<StageAccess> Visit(SumTimeStage stage) => [Read(stage.Source), Written(stage.Target)];

    private static StageAccess Read(BufferRef slot) => new(slot, Writes: false);

    private static StageAccess Written(BufferRef slot) => new(slot, Writes: true);
}
