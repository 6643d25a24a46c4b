using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>The equations that a stage computes, at a step or ahead of all; null where it is no stage of equations.</summary>
internal sealed class EquationsOf : IStageVisitor<FusedStage?>
{
    private static readonly EquationsOf Instance = new();

    private EquationsOf() { }

    public static FusedStage? Stage(Stage stage) => stage.Accept(Instance);

    public FusedStage? Visit(ClearStage stage) => null;

    public FusedStage? Visit(CopyStage stage) => null;

    public FusedStage? Visit(FusedStage stage) => stage;

    public FusedStage? Visit(JoinStage stage) => null;

    public FusedStage? Visit(OverTimeStage stage) => stage.Equations;

    public FusedStage? Visit(PartStage stage) => null;

    public FusedStage? Visit(ReductionStage stage) => null;

    public FusedStage? Visit(ReverseStage stage) => null;

    public FusedStage? Visit(SquaresStage stage) => null;

    public FusedStage? Visit(SumTimeStage stage) => null;
}
