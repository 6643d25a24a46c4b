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
        CheckParameter(step.Parameter, isMatrix: stage.Units is MatDim && !step.IsScalar, step.IsScalar);
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

    protected override void Run(RepeatStep step)
    {
        CheckSide(step.Kind, step.Width);
        if (step.Source is { } source)
        {
            buffers.CheckWidth(stage.Name, step.Width, source);
        }
        else if (program.Parameters.FirstOrDefault(p => p.Name == step.Parameter)?.Type is not { IsVec: true } type)
        {
            errors.Add($"{stage.Name} repeats the parameter {step.Parameter}, which is no vector");
        }
        else if (type.Dims[0] != step.Width)
        {
            errors.Add($"{stage.Name} needs {step.Width} units of the parameter {step.Parameter}, which is {type}");
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

    protected override void Run(SumStep step)
    {
        CheckOperands(step);
        CheckSide(step.Kind, step.Width);
        buffers.CheckWidth(stage.Name, step.Width, step.Target);
    }

    private void CheckSide(RepeatKind kind, Dim width)
    {
        var expected = (stage.Units as MatDim, kind) switch
        {
            ({ } matrix, RepeatKind.Column) => matrix.Rows,
            ({ } matrix, RepeatKind.Row) => matrix.Columns,
            _ => One,
        };
        if (stage.Units is not MatDim || width != expected)
        {
            errors.Add($"{stage.Name} of {stage.Units} units has a vector of {width} in each {kind}");
        }
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

    // All elements of a matrix where the stage is of matrices, else those of a row.
    private Dim WidthOf(TensorType type) => stage.Units is MatDim ? type.InExample().Dims[0] : type.Dims.Last();

    private void CheckParameter(string name, bool isMatrix, bool isScalar = false)
    {
        if (program.Parameters.FirstOrDefault(parameter => parameter.Name == name) is not { Type: var type })
        {
            errors.Add($"{stage.Name} reads the parameter {name}, which is not declared");
        }
        else if (type.IsMat != isMatrix || type.IsScalar != isScalar || !isScalar && WidthOf(type) != stage.Units)
        {
            errors.Add($"{stage.Name} needs {stage.Units} units of the parameter {name}, which is {type}");
        }
    }
}
