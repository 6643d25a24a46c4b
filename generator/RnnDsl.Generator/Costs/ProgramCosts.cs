using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Costs;

/// <summary>Counts what a program does for one example: in each step, and once.</summary>
public sealed class ProgramCosts
{
    private readonly Dictionary<string, Dim> widths;
    private readonly Dictionary<string, PackSpec> packs;
    private readonly Program program;

    public ProgramCosts(Program program)
    {
        this.program = program;
        widths = program.Buffers.ToDictionary(buffer => buffer.Name, buffer => buffer.Width, StringComparer.Ordinal);
        packs = program.Packs.ToDictionary(pack => pack.Name, StringComparer.Ordinal);
        ForwardStep = Regions(program.Forward, once: false);
        ForwardOnce = Regions(program.Forward, once: true);
        BackwardStep = Regions(program.Backward, once: false);
        BackwardOnce = Regions(program.Backward, once: true);
        GradientStep = Gradients(overTime: true);
        GradientOnce = Gradients(overTime: false);
        PackedWeights = DimPolynomial.Sum(program.Packs.Select(pack => Matrices(pack)));
        KeptStep = DimPolynomial.Sum(
            program
                .Memory.Where(memory => memory.Kind is BufferKind.Steps or BufferKind.States)
                .Select(memory => DimPolynomial.Of(1, memory.Width))
        );
    }

    public Work ForwardStep { get; }

    public Work ForwardOnce { get; }

    public Work BackwardStep { get; }

    public Work BackwardOnce { get; }

    /// <summary>Gradients of parameters that every step adds to.</summary>
    public Work GradientStep { get; }

    public Work GradientOnce { get; }

    /// <summary>Floats of the packed weights, which all examples of a batch share.</summary>
    public DimPolynomial PackedWeights { get; }

    /// <summary>Floats of an example that have a place for every step.</summary>
    public DimPolynomial KeptStep { get; }

    private static DimPolynomial Matrices(PackSpec pack) =>
        DimPolynomial.Of(pack.Gates.Count(gate => gate.Parameter is not null), pack.Units, pack.Depth);

    private Work Regions(IEnumerable<Region> regions, bool once) =>
        Work.Sum(
            regions
                .Where(region => region.Kind == RegionKind.Once == once)
                .SelectMany(region => region.Stages)
                .Select(Of)
        );

    private Work Of(Stage stage) =>
        stage switch
        {
            FusedStage fused => Of(fused),
            ReductionStage { Token: not null } => Moved(DimPolynomial.Of(3)),
            ReductionStage reduction => new Work(
                DimPolynomial.Zero,
                DimPolynomial.Of(1, reduction.Units),
                DimPolynomial.Of(1, reduction.Units) + DimPolynomial.Of(1)
            ),
            SumTimeStage sum => new Work(
                DimPolynomial.Zero,
                DimPolynomial.Of(1, sum.Units),
                DimPolynomial.Of(3, sum.Units)
            ),
            // The batch shares the sum.
            SquaresStage => Moved(DimPolynomial.Of(1)),
            JoinStage join => Moved(DimPolynomial.Of(2, widths[join.Target.Buffer])),
            PartStage part => Moved(DimPolynomial.Of(2, widths[part.Target.Buffer])),
            ReverseStage reverse => Moved(DimPolynomial.Of(2, reverse.Units)),
            ClearStage clear => Moved(DimPolynomial.Of(1, widths[clear.Target.Buffer])),
            CopyStage copy => Moved(DimPolynomial.Of(2, widths[copy.Target.Buffer])),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage without a cost."),
        };

    private Work Of(FusedStage stage)
    {
        var products = stage.Segments.Select(segment => Matrices(packs[segment.Pack]));
        var flops = stage.Epilogue.OfType<ComputeStep>().Sum(step => step.Op.Flops);
        var units = stage.Epilogue.Count(step =>
            step is LoadStep { Source.Time: not TimeIndex.IfLast } or StoreStep or LoadTableStep
        );
        var scalars = stage.Epilogue.Count(step =>
            step is LoadScalarStep or LoadTableStep or MaskStep { Time: not null }
        );
        var operands = stage.Segments.Select(segment => DimPolynomial.Of(1, packs[segment.Pack].Depth));
        return new Work(
            DimPolynomial.Sum(products),
            DimPolynomial.Of(flops, stage.Units),
            DimPolynomial.Sum([.. operands, DimPolynomial.Of(units, stage.Units), DimPolynomial.Of(scalars)])
        );
    }

    private static Work Moved(DimPolynomial floats) => new(DimPolynomial.Zero, DimPolynomial.Zero, floats);

    private Work Gradients(bool overTime) =>
        Work.Sum(
            program.Gradients.SelectMany(gradient => gradient.Terms).Where(term => term.OverTime == overTime).Select(Of)
        );

    private Work Of(GradientTerm term)
    {
        var rows = widths[term.Adjoint];
        if (term.IsByRow)
        {
            // The row of the gradient is the example's: others rarely have the same token.
            return new Work(
                DimPolynomial.Zero,
                DimPolynomial.Of(1, rows),
                DimPolynomial.Of(3, rows) + DimPolynomial.Of(1)
            );
        }

        if (term.Scaled is not null)
        {
            return Moved(DimPolynomial.Of(1));
        }

        return term.Operand is { } operand
            ? new Work(
                DimPolynomial.Of(1, rows, widths[operand]),
                DimPolynomial.Zero,
                DimPolynomial.Of(1, rows) + DimPolynomial.Of(1, widths[operand])
            )
            : new Work(DimPolynomial.Zero, DimPolynomial.Of(1, rows), DimPolynomial.Of(1, rows));
    }
}
