using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs.Checks;

/// <summary>Checks an epilogue, line after line: each reads values of lines above it, and slots of the right width.</summary>
internal sealed class EpilogueCheck(Program program, FusedStage stage, ProgramBufferCheck buffers, List<string> errors)
    : EpilogueAction
{
    private static readonly Dim One = new FixedDim(1);

    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    protected override void Run(AccumulatorStep step)
    {
        if (step.Gate < 0 || step.Gate >= stage.Gates)
        {
            errors.Add(FormattableString.Invariant($"{stage.Name} reads sum {step.Gate} of {stage.Gates}"));
        }

        Define(step);
    }

    protected override void Run(ComputeStep step)
    {
        if (step.Op.Arity >= 0 && step.Op.Arity != step.Arguments.Count)
        {
            errors.Add($"{stage.Name} computes {step.Value} by {step.Op} of another number of operands");
        }

        Define(step);
    }

    protected override void Run(ConstStep step) => Define(step);

    protected override void Run(LoadParameterStep step)
    {
        CheckParameter(step.Parameter, isMatrix: false, step.IsScalar);
        Define(step);
    }

    protected override void Run(LoadScalarStep step)
    {
        buffers.CheckWidth(stage.Name, One, step.Source);
        Define(step);
    }

    protected override void Run(LoadStep step)
    {
        buffers.CheckWidth(stage.Name, stage.Units, step.Source);
        Define(step);
    }

    protected override void Run(LoadTableStep step)
    {
        buffers.CheckWidth(stage.Name, One, step.Token);
        CheckParameter(step.Table, isMatrix: true);
        Define(step);
    }

    protected override void Run(MaskStep step)
    {
        if (step.Time is { } time)
        {
            buffers.CheckWidth(stage.Name, One, time);
        }

        Define(step);
    }

    protected override void Run(SeedStep step) => Define(step);

    protected override void Run(SizeStep step) => Define(step);

    protected override void Run(StoreStep step)
    {
        CheckOperands(step);
        buffers.CheckWidth(stage.Name, stage.Units, step.Target);
    }

    private void Define(EpilogueStep step)
    {
        CheckOperands(step);
        if (!values.Add(step.Value))
        {
            errors.Add($"{stage.Name} defines {step.Value} twice");
        }
    }

    private void CheckOperands(EpilogueStep step) =>
        errors.AddRange(
            StepOperands
                .Of(step)
                .Where(value => !values.Contains(value))
                .Select(value => $"{stage.Name} reads {value} before it is computed")
        );

    private void CheckParameter(string name, bool isMatrix, bool isScalar = false)
    {
        if (program.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { Type: var type })
        {
            errors.Add($"{stage.Name} reads the parameter {name}, which is not declared");
        }
        else if (type.IsMat != isMatrix || type.IsScalar != isScalar || !isScalar && type.Dims.Last() != stage.Units)
        {
            errors.Add($"{stage.Name} needs {stage.Units} units of the parameter {name}, which is {type}");
        }
    }
}
