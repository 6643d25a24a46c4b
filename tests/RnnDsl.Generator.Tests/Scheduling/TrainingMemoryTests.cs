using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Programs.Checks;
using RnnDsl.Generator.Tests.Differentiation;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>What a training program keeps for every step.</summary>
public class TrainingMemoryTests
{
    private const long Rows = 64;
    private const long Steps = 100;
    private const long Width = 256;

    [Fact]
    public void AnLstmKeepsItsInputItsStatesAndItsGates()
    {
        var program = SumOfOutputs(TestCells.Lstm);

        Assert.Equal(
            ["c", "c_tanh_then_d_c_tanh_in", "f_then_d_f_in", "h", "i_then_d_i_in", "o_then_d_o_in", "sum_h", "xs"],
            OverTime(program).Select(memory => memory.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void AllMemoryOfAnLstmIsAFifthMoreThanItsInputsOutputsGatesAndGradients()
    {
        var program = SumOfOutputs(TestCells.Lstm);

        var sequence = Steps * Rows * Width;
        var gradients = 4 * ((Width * Width) + (Width * Width) + Width);
        var needed = sequence + sequence + (4 * sequence) + gradients;
        var buffers = program.Memory.Sum(Floats);
        Assert.InRange(buffers + gradients, needed, 1.2 * needed);
    }

    private static IEnumerable<MemorySpec> OverTime(Program program) =>
        program.Memory.Where(memory => memory.Kind is BufferKind.Steps or BufferKind.States);

    private static long Floats(MemorySpec memory)
    {
        var slots = memory.Kind switch
        {
            BufferKind.Row => 1,
            BufferKind.Steps => Steps,
            BufferKind.States => Steps + 1,
            _ => 2,
        };
        var width = memory.Width is FixedDim { Size: var size } ? size : Width;
        return slots * Rows * ((width + 15) / 16 * 16);
    }

    private static Program SumOfOutputs(TestCell cell)
    {
        var (x, h) = (new NamedDim("X"), new NamedDim("H"));
        var graph = new GraphBuilder("Loss");
        var xs = new Formula(graph, graph.Input("xs", TensorType.Seq(x)));
        var outputs = cell.Scan(xs, cell.Declare(graph, "cell", x, h), h);
        var loss = graph.Build(outputs.Sum().SumTime().Id);
        var program = PassRuns.PlanTraining(PassRuns.Differentiate(loss), Scheduled.Options);
        ProgramVerifier.Check(program);
        return program;
    }
}
