using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Scheduling;

internal sealed partial class ProgramInterpreter
{
    /// <summary>Runs the lines of an epilogue for one unit of a row at a step.</summary>
    private sealed class EpilogueRun(
        ProgramInterpreter program,
        double[] sums,
        MatDim? matrix,
        int row,
        int unit,
        int t
    ) : EpilogueAction
    {
        private readonly Dictionary<string, double> values = new(StringComparer.Ordinal);

        protected override void Run(AccumulatorStep step) => values.Add(step.Value, sums[step.Gate]);

        protected override void Run(ComputeStep step)
        {
            var arguments = step.Arguments.Select(argument => values[argument]).ToList();
            var second = arguments.Count > 1 ? arguments[1] : unit;
            values.Add(step.Value, step.Op.Element!(arguments[0], second));
        }

        protected override void Run(ConstStep step) => values.Add(step.Value, step.Number);

        protected override void Run(LoadParameterStep step) =>
            values.Add(step.Value, program.parameters[step.Parameter][unit]);

        protected override void Run(LoadScalarStep step) => values.Add(step.Value, Slot(step.Source)[0]);

        protected override void Run(LoadStep step) => values.Add(step.Value, Slot(step.Source)[unit]);

        protected override void Run(LoadTableStep step)
        {
            var columns = program.size(program.program.Parameters.Single(p => p.Name == step.Table).Type.Dims[1]);
            var token = (int)Slot(step.Token)[0];
            values.Add(step.Value, program.parameters[step.Table][(token * columns) + unit]);
        }

        protected override void Run(MaskStep step)
        {
            var time = step.Time is { } slot ? Slot(slot)[0] : 0;
            values.Add(step.Value, StepOps.Factor(step.Mask, time, step.Mask.Before.Sum(program.size) + unit));
        }

        protected override void Run(RepeatStep step)
        {
            var vector = step.Source is { } slot ? Slot(slot) : program.parameters[step.Parameter!];
            values.Add(step.Value, vector[Place(step.Kind)]);
        }

        protected override void Run(SeedStep step) => values.Add(step.Value, 1.0 / program.rows);

        protected override void Run(SizeStep step) =>
            values.Add(step.Value, step.Dim is { } dim ? program.size(dim) : program.steps);

        protected override void Run(StoreStep step) => Slot(step.Target)[unit] = values[step.Value];

        protected override void Run(SumStep step)
        {
            // The sum begins with its first element.
            var columns = program.size(matrix!.Columns);
            var isFirst = step.Kind switch
            {
                RepeatKind.Column => unit % columns == 0,
                RepeatKind.Row => unit < columns,
                _ => unit == 0,
            };
            var (slot, place) = (Slot(step.Target), Place(step.Kind));
            slot[place] = isFirst ? values[step.Value] : slot[place] + values[step.Value];
        }

        private int Place(RepeatKind kind)
        {
            var columns = program.size(matrix!.Columns);
            return kind switch
            {
                RepeatKind.Column => unit / columns,
                RepeatKind.Row => unit % columns,
                _ => 0,
            };
        }

        private double[] Slot(BufferRef slot) => program.Slot(slot, t)[row];
    }
}
