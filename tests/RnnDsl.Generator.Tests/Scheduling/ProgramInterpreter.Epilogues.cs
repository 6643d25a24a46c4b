using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Tests.Interpreter;

namespace RnnDsl.Generator.Tests.Scheduling;

internal sealed partial class ProgramInterpreter
{
    /// <summary>Runs the lines of an epilogue for one unit of a row at a step.</summary>
    private sealed class EpilogueRun(ProgramInterpreter program, double[] sums, int row, int unit, int t)
        : EpilogueAction
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

        protected override void Run(SeedStep step) => values.Add(step.Value, 1.0 / program.rows);

        protected override void Run(SizeStep step) =>
            values.Add(step.Value, step.Dim is { } dim ? program.size(dim) : program.steps);

        protected override void Run(StoreStep step) => Slot(step.Target)[unit] = values[step.Value];

        private double[] Slot(BufferRef slot) => program.Slot(slot, t)[row];
    }
}
