using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>
/// Runs a scheduled program on a batch, in double precision, stage by stage and element by element. Memory starts as NaN, so that
/// a value that is read too early shows in the result.
/// </summary>
internal sealed partial class ProgramInterpreter
{
    private readonly Program program;
    private readonly Func<Dim, int> size;
    private readonly IReadOnlyDictionary<string, double[]> parameters;
    private readonly int rows;
    private readonly int steps;
    private readonly Dictionary<string, double[][][]> memory = new(StringComparer.Ordinal);

    public ProgramInterpreter(
        Program program,
        Func<Dim, int> size,
        IReadOnlyDictionary<string, double[]> parameters,
        int rows,
        int steps
    )
    {
        (this.program, this.size, this.parameters, this.rows, this.steps) = (program, size, parameters, rows, steps);
        foreach (var space in program.Memory)
        {
            var slots = space.Kind switch
            {
                BufferKind.Row => 1,
                BufferKind.Steps => steps,
                BufferKind.States => steps + 1,
                _ => 2,
            };
            memory[space.Name] = Enumerable
                .Range(0, slots)
                .Select(_ => Enumerable.Range(0, rows).Select(_ => Unset(size(space.Width))).ToArray())
                .ToArray();
            foreach (var buffer in space.Buffers)
            {
                memory[buffer] = memory[space.Name];
            }
        }
    }

    private static double[] Unset(int width) => Enumerable.Repeat(double.NaN, width).ToArray();

    /// <summary>Puts an example's argument into the batch.</summary>
    public void Load(string input, int row, Value value)
    {
        var buffer = program.Inputs.Single(spec => spec.Name == input).Buffer;
        for (var t = 0; t < value.Steps.Count; t++)
        {
            memory[buffer][t][row] = [.. value.Steps[t]];
        }
    }

    public void Forward() => Run(program.Forward);

    public void Backward() => Run(program.Backward);

    /// <summary>An output of one example.</summary>
    public Value Output(int index, int row)
    {
        var output = program.Outputs[index];
        var times = Enumerable.Range(0, output.Type.OverTime ? steps : 1);
        return new Value(output.Type.OverTime, times.Select(t => Slot(output.Source, t)[row].ToArray()).ToList());
    }

    /// <summary>The gradient of a parameter, row-major, summed over the batch.</summary>
    public double[] Gradient(ParameterGradient gradient)
    {
        var result = new double[parameters[gradient.Parameter].Length];
        foreach (var term in gradient.Terms)
        {
            for (var t = 0; t < (term.OverTime ? steps : 1); t++)
            {
                for (var row = 0; row < rows; row++)
                {
                    var adjoint = Slot(new BufferRef(term.Adjoint, term.AdjointSlot), t)[row];
                    var operand = term.Operand is { } name
                        ? Slot(new BufferRef(name, term.OperandSlot), t)[row]
                        : [1.0];
                    if (term.Scaled is { } matrix)
                    {
                        for (var i = 0; i < result.Length; i++)
                        {
                            result[i] += adjoint[0] * parameters[matrix][i];
                        }

                        continue;
                    }

                    if (term.IsByRow)
                    {
                        for (var k = 0; k < adjoint.Length; k++)
                        {
                            result[((int)operand[0] * adjoint.Length) + k] += adjoint[k];
                        }

                        continue;
                    }

                    for (var i = 0; i < result.Length; i++)
                    {
                        result[i] += adjoint[i / operand.Length] * operand[i % operand.Length];
                    }
                }
            }
        }

        return result;
    }

    private double[][] Slot(BufferRef slot, int t)
    {
        if (slot.Time == TimeIndex.IfLast && t < steps - 1)
        {
            return [.. memory[slot.Buffer][0].Select(row => new double[row.Length])];
        }

        var index = slot.Time switch
        {
            TimeIndex.IfLast or TimeIndex.None or TimeIndex.First or TimeIndex.Before => 0,
            TimeIndex.After => 1,
            TimeIndex.Current => t,
            TimeIndex.Next => t + 1,
            TimeIndex.Last => steps - 1,
            _ => steps,
        };
        var kind = program.Buffers.Single(buffer => buffer.Name == slot.Buffer).Kind;
        return memory[slot.Buffer][kind == BufferKind.Alternating ? index % 2 : index];
    }

    private void Run(IEnumerable<Region> regions)
    {
        foreach (var region in regions)
        {
            // Steps that may run as one do: each stage on all of them.
            if (region.Kind == RegionKind.Each)
            {
                foreach (var stage in region.Stages)
                {
                    Run([stage], Enumerable.Range(0, steps));
                }

                continue;
            }

            Run(
                region.Stages,
                region.Kind switch
                {
                    RegionKind.Once => [0],
                    RegionKind.Forward => Enumerable.Range(0, steps),
                    _ => Enumerable.Range(0, steps).Reverse(),
                }
            );
        }
    }

    private void Run(IReadOnlyCollection<Stage> stages, IEnumerable<int> times)
    {
        foreach (var t in times)
        {
            foreach (var stage in stages)
            {
                for (var row = 0; row < rows; row++)
                {
                    new StageRun(this, row, t).Run(stage);
                }
            }
        }
    }

    // The units run last to first, and all sums before any epilogue would be wrong: the kernels do block after block.
    private void RunFused(FusedStage stage, int row, int t)
    {
        for (var unit = 0; unit < size(stage.Units); unit++)
        {
            var sums = new double[stage.Gates];
            foreach (var segment in stage.Segments)
            {
                var pack = program.Packs.Single(pack => pack.Name == segment.Pack);
                var operand = Slot(segment.Operand, t)[row];
                for (var gate = 0; gate < sums.Length; gate++)
                {
                    sums[gate] += Product(pack, gate, unit, operand);
                }
            }

            RunEpilogue(stage, sums, row, unit, t);
        }
    }

    private double Product(PackSpec pack, int gate, int unit, double[] operand)
    {
        if (pack.Gates[gate].Parameter is not { } name)
        {
            return 0;
        }

        var (matrix, depth, units) = (parameters[name], size(pack.Depth), size(pack.Units));
        return Enumerable
            .Range(0, depth)
            .Sum(k => operand[k] * (pack.Transposed ? matrix[(k * units) + unit] : matrix[(unit * depth) + k]));
    }

    private void RunEpilogue(FusedStage stage, double[] sums, int row, int unit, int t)
    {
        var run = new EpilogueRun(this, sums, stage.Units as MatDim, row, unit, t);
        foreach (var step in stage.Epilogue)
        {
            run.Run(step);
        }
    }
}
