using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Whether a line of an epilogue is a statement: not where it is read once, or has a name already.</summary>
internal sealed class IsTensorLine(EpilogueUses uses) : IEpilogueVisitor<bool>
{
    public bool Visit(AccumulatorStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(ComputeStep step) => (step.Named && !uses.IsTerm(step.Value)) || uses.CountOf(step.Value) != 1;

    public bool Visit(ConstStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(LoadParameterStep step) => uses.CountOf(step.Value) == 0;

    public bool Visit(LoadScalarStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(LoadStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(LoadTableStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(MaskStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(RepeatStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(SeedStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(SizeStep step) => uses.CountOf(step.Value) != 1;

    public bool Visit(StoreStep step) => true;

    public bool Visit(SumStep step) => true;
}
