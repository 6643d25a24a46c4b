using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>The slot that a line of an epilogue reads or writes; null where it has none.</summary>
/// <param name="line">Which line it is.</param>
internal sealed class StepAccess(int line) : IEpilogueVisitor<StageAccess?>
{
    public StageAccess? Visit(AccumulatorStep step) => null;

    public StageAccess? Visit(ComputeStep step) => null;

    public StageAccess? Visit(ConstStep step) => null;

    public StageAccess? Visit(LoadParameterStep step) => null;

    public StageAccess? Visit(LoadScalarStep step) => new(step.Source, Writes: false);

    public StageAccess? Visit(LoadStep step) => new(step.Source, Writes: false, line);

    public StageAccess? Visit(LoadTableStep step) => new(step.Token, Writes: false);

    public StageAccess? Visit(MaskStep step) => step.Time is { } time ? new(time, Writes: false) : null;

    public StageAccess? Visit(RepeatStep step) => step.Source is { } slot ? new(slot, Writes: false) : null;

    public StageAccess? Visit(SeedStep step) => null;

    public StageAccess? Visit(SizeStep step) => null;

    public StageAccess? Visit(StoreStep step) => new(step.Target, Writes: true, line);

    public StageAccess? Visit(SumStep step) => new(step.Target, Writes: true);
}
