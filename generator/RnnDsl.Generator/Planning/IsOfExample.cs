using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Whether a line reads a number of the example that has no slot for each step: a row's noise is that of its example, and so is the
/// number of its steps.
/// </summary>
internal sealed class IsOfExample : IEpilogueVisitor<bool>
{
    public static readonly IsOfExample Instance = new();

    private IsOfExample() { }

    public bool Visit(AccumulatorStep step) => false;

    public bool Visit(ComputeStep step) => false;

    public bool Visit(ConstStep step) => false;

    public bool Visit(LoadParameterStep step) => false;

    public bool Visit(LoadScalarStep step) => false;

    public bool Visit(LoadStep step) => false;

    public bool Visit(LoadTableStep step) => false;

    public bool Visit(MaskStep step) => true;

    public bool Visit(RepeatStep step) => false;

    public bool Visit(SeedStep step) => true;

    public bool Visit(SizeStep step) => step.Dim is null;

    public bool Visit(StoreStep step) => false;

    public bool Visit(SumStep step) => false;
}
