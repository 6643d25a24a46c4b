namespace RnnDsl.Generator.Programs;

/// <summary>A visitor that finds nothing, but writes or checks.</summary>
public abstract class StageAction : IStageVisitor<bool>
{
    public void Run(Stage stage) => stage.Accept(this);

    protected abstract void Run(ClearStage stage);

    protected abstract void Run(CopyStage stage);

    protected abstract void Run(FusedStage stage);

    protected abstract void Run(JoinStage stage);

    protected abstract void Run(OverTimeStage stage);

    protected abstract void Run(PartStage stage);

    protected abstract void Run(ReductionStage stage);

    protected abstract void Run(ReverseStage stage);

    protected abstract void Run(SquaresStage stage);

    protected abstract void Run(SumTimeStage stage);

    bool IStageVisitor<bool>.Visit(ClearStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(CopyStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(FusedStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(JoinStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(OverTimeStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(PartStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(ReductionStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(ReverseStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(SquaresStage stage)
    {
        Run(stage);
        return true;
    }

    bool IStageVisitor<bool>.Visit(SumTimeStage stage)
    {
        Run(stage);
        return true;
    }
}
