using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Scheduling;

/// <summary>
/// Runs a scheduled program on a batch, in double precision, stage by stage and element by element. Memory starts as NaN, so that
/// a value that is read too early shows in the result.
/// </summary>
internal sealed class ProgramInterpreter
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
                    Run(stage, row, t);
                }
            }
        }
    }

    private void Run(Stage stage, int row, int t)
    {
        switch (stage)
        {
            case ClearStage clear:
                Array.Clear(Slot(clear.Target, t)[row]);
                break;
            case CopyStage copy:
                Slot(copy.Source, t)[row].CopyTo(Slot(copy.Target, t)[row], 0);
                break;
            case ReductionStage reduction:
                var numbers = Slot(reduction.Source, t)[row];
                Slot(reduction.Target, t)[row][0] =
                    reduction.Token is { } token ? numbers[(int)Slot(token, t)[row][0]]
                    : reduction.Op == Ops.Sum ? numbers.Sum()
                    : numbers.Max();
                break;
            case SquaresStage squares:
                Slot(squares.Target, t)[row][0] = squares.Parameters.Sum(name => parameters[name].Sum(w => w * w));
                break;
            case SumTimeStage sum:
                for (var unit = 0; unit < size(sum.Units); unit++)
                {
                    Slot(sum.Target, 0)[row][unit] = Enumerable
                        .Range(0, steps)
                        .Sum(s => Slot(sum.Source, s)[row][unit]);
                }

                break;
            case JoinStage join:
                var (first, second) = (Slot(join.First, t)[row], Slot(join.Second, t)[row]);
                first.CopyTo(Slot(join.Target, t)[row], 0);
                second.CopyTo(Slot(join.Target, t)[row], first.Length);
                break;
            case PartStage part:
                var (whole, piece) = (Slot(part.Source, t)[row], Slot(part.Target, t)[row]);
                Array.Copy(whole, part.AtEnd ? whole.Length - piece.Length : 0, piece, 0, piece.Length);
                break;
            case ReverseStage reverse:
                for (var s = 0; s < steps; s++)
                {
                    Slot(reverse.Source, steps - 1 - s)[row].CopyTo(Slot(reverse.Target, s)[row], 0);
                }

                break;
            case FusedStage fused:
                RunFused(fused, row, t);
                break;
            default:
                throw new InvalidOperationException(stage.Name);
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
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var step in stage.Epilogue)
        {
            switch (step)
            {
                case StoreStep store:
                    Slot(store.Target, t)[row][unit] = values[store.Value];
                    break;
                case ComputeStep compute:
                    var arguments = compute.Arguments.Select(argument => values[argument]).ToList();
                    var second = arguments.Count > 1 ? arguments[1] : unit;
                    values.Add(step.Value, compute.Op.Element!(arguments[0], second));
                    break;
                default:
                    values.Add(step.Value, Read(step, sums, row, unit, t));
                    break;
            }
        }
    }

    private int Columns(string matrix) =>
        size(program.Parameters.Single(parameter => parameter.Name == matrix).Type.Dims[1]);

    private double Read(EpilogueStep step, double[] sums, int row, int unit, int t) =>
        step switch
        {
            AccumulatorStep sum => sums[sum.Gate],
            ConstStep number => number.Number,
            SizeStep number => number.Dim is { } dim ? size(dim) : steps,
            SeedStep => 1.0 / rows,
            MaskStep { Mask: var mask } noise => StepOps.Factor(
                mask,
                noise.Time is { } time ? Slot(time, t)[row][0] : 0,
                mask.Before.Sum(size) + unit
            ),
            LoadParameterStep load => parameters[load.Parameter][unit],
            LoadTableStep load => parameters[load.Table][
                ((int)Slot(load.Token, t)[row][0] * Columns(load.Table)) + unit
            ],
            LoadScalarStep load => Slot(load.Source, t)[row][0],
            LoadStep load => Slot(load.Source, t)[row][unit],
            _ => throw new InvalidOperationException(step.ToString()),
        };
}
