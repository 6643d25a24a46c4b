namespace RnnDsl.Generator.Programs;

/// <summary>The values of an epilogue that a line of it reads.</summary>
public sealed class StepOperands : IEpilogueVisitor<IEnumerable<string>>
{
    private static readonly StepOperands Instance = new();

    private StepOperands() { }

    public static IEnumerable<string> Of(EpilogueStep step) => step.Accept(Instance);

    public IEnumerable<string> Visit(AccumulatorStep step) => [];

    public IEnumerable<string> Visit(ComputeStep step) => step.Arguments;

    public IEnumerable<string> Visit(ConstStep step) => [];

    public IEnumerable<string> Visit(LoadParameterStep step) => [];

    public IEnumerable<string> Visit(LoadScalarStep step) => [];

    public IEnumerable<string> Visit(LoadStep step) => [];

    public IEnumerable<string> Visit(LoadTableStep step) => [];

    public IEnumerable<string> Visit(MaskStep step) => [];

    public IEnumerable<string> Visit(RepeatStep step) => [];

    public IEnumerable<string> Visit(SeedStep step) => [];

    public IEnumerable<string> Visit(SizeStep step) => [];

    public IEnumerable<string> Visit(StoreStep step) => [step.Value];

    public IEnumerable<string> Visit(SumStep step) => [step.Value];
}
