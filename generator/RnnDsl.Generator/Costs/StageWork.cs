using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Costs;

/// <summary>What each kind of stage does for one example.</summary>
internal sealed class StageWork(Program program, IReadOnlyDictionary<string, Dim> widths) : IStageVisitor<Work>
{
    private readonly Dictionary<string, PackSpec> packs = program.Packs.ToDictionary(
        pack => pack.Name,
        StringComparer.Ordinal
    );

    public Work Visit(ClearStage stage) => Work.Moved(DimPolynomial.Of(1, widths[stage.Target.Buffer]));

    public Work Visit(CopyStage stage) => Work.Moved(DimPolynomial.Of(2, widths[stage.Target.Buffer]));

    public Work Visit(FusedStage stage)
    {
        var products = stage.Segments.Select(segment => Matrices(packs[segment.Pack]));
        var operands = stage.Segments.Select(segment => DimPolynomial.Of(1, packs[segment.Pack].Depth));
        var steps = stage.Epilogue.Select(step => step.Accept(StepWork.Visitor)).ToList();
        return new Work(
            DimPolynomial.Sum(products),
            DimPolynomial.Of(steps.Sum(step => step.Flops), stage.Units),
            DimPolynomial.Sum([
                .. operands,
                DimPolynomial.Of(steps.Sum(step => step.Units), stage.Units),
                DimPolynomial.Of(steps.Sum(step => step.Scalars)),
            ])
        );
    }

    public Work Visit(JoinStage stage) => Work.Moved(DimPolynomial.Of(2, widths[stage.Target.Buffer]));

    public Work Visit(OverTimeStage stage) => Visit(stage.Equations);

    public Work Visit(PartStage stage) => Work.Moved(DimPolynomial.Of(2, widths[stage.Target.Buffer]));

    public Work Visit(ReductionStage stage) =>
        stage.Token is not null
            ? Work.Moved(DimPolynomial.Of(3))
            : new Work(
                DimPolynomial.Zero,
                DimPolynomial.Of(1, stage.Units),
                DimPolynomial.Of(1, stage.Units) + DimPolynomial.Of(1)
            );

    public Work Visit(ReverseStage stage) => Work.Moved(DimPolynomial.Of(2, stage.Units));

    // The batch shares the sum.
    public Work Visit(SquaresStage stage) => Work.Moved(DimPolynomial.Of(1));

    public Work Visit(SumTimeStage stage) =>
        new(DimPolynomial.Zero, DimPolynomial.Of(1, stage.Units), DimPolynomial.Of(3, stage.Units));

    /// <summary>The floats of a pack's matrices.</summary>
    public static DimPolynomial Matrices(PackSpec pack) =>
        DimPolynomial.Of(pack.Gates.Count(gate => gate.Parameter is not null), pack.Units, pack.Depth);
}
