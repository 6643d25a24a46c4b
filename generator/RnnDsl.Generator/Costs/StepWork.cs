using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Costs;

/// <summary>What a line of an epilogue does: operations of a unit, floats that it moves for each unit and for each row.</summary>
internal sealed record StepWork(int Flops, int Units, int Scalars)
{
    public static readonly IEpilogueVisitor<StepWork> Visitor = new Kinds();

    private static readonly StepWork None = new(0, 0, 0);

    // Vectors of parameters and numbers of the batch stay in a cache.
    private sealed class Kinds : IEpilogueVisitor<StepWork>
    {
        public StepWork Visit(AccumulatorStep step) => None;

        public StepWork Visit(ComputeStep step) => None with { Flops = step.Op.Flops };

        public StepWork Visit(ConstStep step) => None;

        public StepWork Visit(LoadParameterStep step) => None;

        public StepWork Visit(LoadScalarStep step) => None with { Scalars = 1 };

        public StepWork Visit(LoadStep step) => step.Source.Time == TimeIndex.IfLast ? None : None with { Units = 1 };

        public StepWork Visit(LoadTableStep step) => new(0, Units: 1, Scalars: 1);

        public StepWork Visit(MaskStep step) => step.Time is null ? None : None with { Scalars = 1 };

        public StepWork Visit(RepeatStep step) => None;

        public StepWork Visit(SeedStep step) => None;

        public StepWork Visit(SizeStep step) => None;

        public StepWork Visit(StoreStep step) => None with { Units = 1 };

        public StepWork Visit(SumStep step) => None with { Flops = 1 };
    }
}
