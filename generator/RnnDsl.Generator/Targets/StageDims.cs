using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets;

/// <summary>The sizes that a stage names, but for those of its buffers and packs.</summary>
internal sealed class StageDims : IStageVisitor<IEnumerable<Dim>>
{
    public static readonly StageDims Instance = new();

    private StageDims() { }

    public IEnumerable<Dim> Visit(ClearStage stage) => [];

    public IEnumerable<Dim> Visit(CopyStage stage) => [];

    public IEnumerable<Dim> Visit(FusedStage stage) =>
        [
            .. stage.Epilogue.OfType<SizeStep>().Select(step => step.Dim).OfType<Dim>(),
            .. stage.Epilogue.OfType<MaskStep>().SelectMany(step => step.Mask.Before),
            stage.Units,
        ];

    public IEnumerable<Dim> Visit(JoinStage stage) => [];

    public IEnumerable<Dim> Visit(OverTimeStage stage) => Visit(stage.Equations);

    public IEnumerable<Dim> Visit(PartStage stage) => [];

    public IEnumerable<Dim> Visit(ReductionStage stage) => [stage.Units];

    public IEnumerable<Dim> Visit(ReverseStage stage) => [stage.Units];

    public IEnumerable<Dim> Visit(SquaresStage stage) => [];

    public IEnumerable<Dim> Visit(SumTimeStage stage) => [stage.Units];
}
