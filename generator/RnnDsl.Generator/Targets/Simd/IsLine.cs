using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Simd;

/// <summary>Whether a value is a line of C#; otherwise it is printed inside its uses.</summary>
/// <param name="uses">How many uses it has.</param>
internal sealed class IsLine(int uses) : IEpilogueVisitor<bool>
{
    public bool Visit(AccumulatorStep step) => false;

    public bool Visit(ComputeStep step) => step.Named || uses > 1;

    public bool Visit(ConstStep step) => false;

    public bool Visit(LoadParameterStep step) => uses > 1;

    public bool Visit(LoadScalarStep step) => true;

    public bool Visit(LoadStep step) => true;

    public bool Visit(LoadTableStep step) => true;

    public bool Visit(MaskStep step) => false;

    public bool Visit(RepeatStep step) => true;

    public bool Visit(SeedStep step) => uses > 1;

    public bool Visit(SizeStep step) => uses > 1;

    public bool Visit(StoreStep step) => true;

    public bool Visit(SumStep step) => true;
}
