using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>Whether a stage of a loop reads and writes nothing but the slots of one step.</summary>
internal sealed class IsOfOneStep : IStageVisitor<bool>
{
    public static readonly IsOfOneStep Instance = new();

    private IsOfOneStep() { }

    public bool Visit(ClearStage stage) => !stage.Target.IsLast;

    public bool Visit(CopyStage stage) => !stage.Source.IsLast && !stage.Target.IsLast;

    public bool Visit(FusedStage stage) => !stage.Epilogue.Any(step => step is MaskStep { Time: null });

    public bool Visit(JoinStage stage) => true;

    public bool Visit(OverTimeStage stage) => false;

    public bool Visit(PartStage stage) => true;

    public bool Visit(ReductionStage stage) => true;

    public bool Visit(ReverseStage stage) => false;

    public bool Visit(SquaresStage stage) => false;

    public bool Visit(SumTimeStage stage) => false;
}
