using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Costs;

/// <summary>Counts what a program does for one example: in each step, and once.</summary>
public sealed class ProgramCosts
{
    private readonly Dictionary<string, Dim> widths;
    private readonly StageWork stages;
    private readonly Program program;

    public ProgramCosts(Program program)
    {
        this.program = program;
        widths = program.Buffers.ToDictionary(buffer => buffer.Name, buffer => buffer.Width, StringComparer.Ordinal);
        stages = new StageWork(program, widths);
        ForwardStep = Regions(program.Forward, once: false);
        ForwardOnce = Regions(program.Forward, once: true);
        BackwardStep = Regions(program.Backward, once: false);
        BackwardOnce = Regions(program.Backward, once: true);
        GradientStep = Gradients(overTime: true);
        GradientOnce = Gradients(overTime: false);
        PackedWeights = DimPolynomial.Sum(program.Packs.Select(StageWork.Matrices));
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

    private Work Regions(IEnumerable<Region> regions, bool once) =>
        Work.Sum(
            regions
                .Where(region => region.Kind == RegionKind.Once == once)
                .SelectMany(region => region.Stages)
                .Select(stage => stage.Accept(stages))
        );

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
            return Work.Moved(DimPolynomial.Of(1));
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
