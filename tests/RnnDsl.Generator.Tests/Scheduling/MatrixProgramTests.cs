using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Simplification;
using RnnDsl.Generator.Tests.Compiling;
using RnnDsl.Generator.Tests.Differentiation;
using RnnDsl.Generator.Tests.Ir;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>Loops whose state is a matrix of the example.</summary>
public class MatrixProgramTests
{
    // C = f C + v kᵀ; the loss reads C q and Cᵀ v, the first half of it with C of each step.
    private const string Memory = """
        graph Loss
          %0 xs = input : Seq[X]
          %1 Wv = parameter : Mat[H,X]
          %2 Wk = parameter : Mat[K,X]
          %3 f = parameter : Vec[H]
          %4 A = parameter : Mat[H,K]
          %5 = const 0 : Scalar
          %6 = fill %5 H*K : Vec[H*K]
          %7 = scan forward states=1 sequences=1 captures=4 stacked=2 summed=0 %6 %0 %1 %2 %3 %4
            graph Step
              %0 C = input : Vec[H*K]
              %1 x = input : Vec[X]
              %2 Wv = input : Mat[H,X]
              %3 Wk = input : Mat[K,X]
              %4 f = input : Vec[H]
              %5 A = input : Mat[H,K]
              %6 v = matvec %2 %1 : Vec[H]
              %7 k = matvec %3 %1 : Vec[K]
              %8 = eachColumn %6 H*K : Vec[H*K]
              %9 = eachRow %7 H*K : Vec[H*K]
              %10 = mul %8 %9 : Vec[H*K]
              %11 = eachColumn %4 H*K : Vec[H*K]
              %12 = elements %5 : Vec[H*K]
              %13 = mul %11 %12 : Vec[H*K]
              %14 = mul %13 %0 : Vec[H*K]
              %15 C = add %14 %10 : Vec[H*K]
              %16 = tanh %15 : Vec[H*K]
              %17 = mul %16 %9 : Vec[H*K]
              %18 h = sumColumns %17 : Vec[H]
              %19 = mul %15 %8 : Vec[H*K]
              %20 g = sumRows %19 : Vec[K]
            -> %15 %18 %20
          %8 = result %7 1 : Seq[H]
          %9 = result %7 2 : Seq[K]
          %10 = result %7 0 : Vec[H*K]
          %11 = sum %8 : Seq[]
          %12 = sumTime %11 : Scalar
          %13 = sum %9 : Seq[]
          %14 = sumTime %13 : Scalar
          %15 = sum %10 : Scalar
          %16 = square %15 : Scalar
          %17 = add %12 %14 : Scalar
          %18 loss = add %17 %16 : Scalar
        -> %18
        """;

    [Fact]
    public void The_gradient_is_that_of_finite_differences()
    {
        var loss = Simplify.Apply(SampleGraphs.Parse(Memory));
        Verifier.Check(loss);

        FiniteDifferences.Check(loss, PassRuns.Differentiate(loss), length: 3);
    }

    [Fact]
    public void The_program_computes_what_the_graph_computes()
    {
        var graph = PassRuns.Differentiate(Simplify.Apply(SampleGraphs.Parse(Memory)));

        for (var steps = 1; steps <= 3; steps++)
        {
            Scheduled.Check(graph, Scheduled.Options, rows: 2, steps);
        }
    }

    /// <summary>
    /// One pass over the matrix updates it and reads it, and one pass back finds all its adjoints: what is kept of it for every step is the
    /// matrix itself.
    /// </summary>
    [Fact]
    public void A_step_passes_over_the_matrix_once_each_way()
    {
        var graph = PassRuns.Differentiate(Simplify.Apply(SampleGraphs.Parse(Memory)));
        var program = Scheduled.Check(graph, Scheduled.Options, rows: 2, steps: 3);

        Assert.Single(Passes(program.Forward));
        Assert.Single(Passes(program.Backward));
        var kept = program.Buffers.Where(buffer =>
            buffer is { Width: MatDim, Kind: BufferKind.Steps or BufferKind.States }
        );
        Assert.Equal(
            ["C"],
            kept.Select(buffer => buffer.Name).Where(name => !name.StartsWith("d_", StringComparison.Ordinal))
        );
    }

    private static IEnumerable<FusedStage> Passes(IEnumerable<Region> regions) =>
        regions
            .Where(region => region.Kind != RegionKind.Once)
            .SelectMany(region => region.Stages)
            .OfType<FusedStage>()
            .Where(stage => stage.Units is MatDim);
}
