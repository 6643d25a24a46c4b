namespace RnnDsl.Generator.Programs;

/// <summary>
/// What is done for each kind of stage. It is the only switch over them, so that the compiler names each place that a new kind
/// must be added to.
/// </summary>
/// <typeparam name="T">What it finds.</typeparam>
public interface IStageVisitor<T>
{
    T Visit(ClearStage stage);

    T Visit(CopyStage stage);

    T Visit(FusedStage stage);

    T Visit(JoinStage stage);

    T Visit(OverTimeStage stage);

    T Visit(PartStage stage);

    T Visit(ReductionStage stage);

    T Visit(ReverseStage stage);

    T Visit(SquaresStage stage);

    T Visit(SumTimeStage stage);
}
