using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Whether a line computes its value; what is only loaded is in memory already.</summary>
internal sealed class IsComputed : IEpilogueVisitor<bool>
{
    public static readonly IsComputed Instance = new();

    private IsComputed() { }

    public bool Visit(AccumulatorStep step) => false;

    public bool Visit(ComputeStep step) => true;

    public bool Visit(ConstStep step) => false;

    public bool Visit(LoadParameterStep step) => false;

    public bool Visit(LoadScalarStep step) => false;

    public bool Visit(LoadStep step) => false;

    public bool Visit(LoadTableStep step) => true;

    public bool Visit(MaskStep step) => true;

    public bool Visit(RepeatStep step) => true;

    public bool Visit(SeedStep step) => false;

    public bool Visit(SizeStep step) => false;

    public bool Visit(StoreStep step) => false;

    public bool Visit(SumStep step) => false;
}
