using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs.Checks;

/// <summary>Checks stages: their packs, gates, sizes, and that each line reads values of lines above it.</summary>
internal sealed class ProgramStageCheck(Program program, ProgramBufferCheck buffers, List<string> errors)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public void Check(EquatableArray<Region> regions)
    {
        foreach (var region in regions)
        {
            foreach (var stage in region.Stages)
            {
                if (!names.Add(stage.Name))
                {
                    errors.Add($"two stages are called {stage.Name}");
                }

                foreach (var access in StageAccess.Of(stage))
                {
                    // A sum over time reads all steps, wherever it stands.
                    var isOverTime = stage.IsOverTime(access.Slot);
                    if (
                        access.Slot.IsLast && (stage is not (CopyStage or ClearStage) || region.Kind != RegionKind.Once)
                    )
                    {
                        errors.Add(
                            $"{stage.Name} names the last step of {access.Slot.Buffer}, which only copies outside of loops may"
                        );
                    }

                    buffers.Check(access.Slot, isOverTime ? RegionKind.Forward : region.Kind, stage.Name);
                }

                Check(stage);
            }
        }
    }

    private void Check(Stage stage)
    {
        switch (stage)
        {
            case CopyStage { Source.IsLast: true, Target.IsLast: true } copy:
                errors.Add($"{copy.Name} copies from a last step to a last step");
                break;
            case CopyStage copy:
                SameWidth(copy.Name, buffers.Width(copy.Source.Buffer), copy.Target);
                break;
            case ReductionStage reduction:
                SameWidth(reduction.Name, reduction.Units, reduction.Source);
                SameWidth(reduction.Name, new FixedDim(1), reduction.Target);
                if (reduction.Token is { } token)
                {
                    SameWidth(reduction.Name, new FixedDim(1), token);
                }

                break;
            case SquaresStage squares:
                SameWidth(squares.Name, new FixedDim(1), squares.Target);
                errors.AddRange(
                    squares
                        .Parameters.Where(name => program.Parameters.All(parameter => parameter.Name != name))
                        .Select(name => $"{squares.Name} reads the parameter {name}, which is not declared")
                );
                break;
            case SumTimeStage sum:
                SameWidth(sum.Name, sum.Units, sum.Source);
                SameWidth(sum.Name, sum.Units, sum.Target);
                break;
            case ReverseStage reverse:
                SameWidth(reverse.Name, reverse.Units, reverse.Source);
                SameWidth(reverse.Name, reverse.Units, reverse.Target);
                break;
            case FusedStage fused:
                Check(fused);
                break;
        }
    }

    private void Check(FusedStage stage)
    {
        if (stage.Gates > program.Accumulators || (stage.Gates == 0) != (stage.Segments.Count == 0))
        {
            errors.Add(
                FormattableString.Invariant($"{stage.Name} has {stage.Gates} gates and {stage.Segments.Count} segments")
            );
        }

        foreach (var segment in stage.Segments)
        {
            var pack = program.Packs.FirstOrDefault(pack => pack.Name == segment.Pack);
            if (pack is null || pack.Gates.Count != stage.Gates || pack.Units != stage.Units)
            {
                errors.Add($"{stage.Name} multiplies with {segment.Pack}, which does not fit it");
            }
            else
            {
                SameWidth(stage.Name, pack.Depth, segment.Operand);
            }
        }

        // The product of a later block of units would read what an earlier block's epilogue wrote.
        var operands = stage.Segments.Select(segment => segment.Operand).ToList();
        foreach (var store in stage.Epilogue.OfType<StoreStep>().Where(store => operands.Contains(store.Target)))
        {
            errors.Add($"{stage.Name} multiplies with {store.Target.Buffer} and stores to it");
        }

        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in stage.Epilogue)
        {
            Check(step, stage, values);
        }
    }

    private void Check(EpilogueStep step, FusedStage stage, HashSet<string> values)
    {
        switch (step)
        {
            case LoadStep load:
                SameWidth(stage.Name, stage.Units, load.Source);
                break;
            case LoadScalarStep load:
                SameWidth(stage.Name, new FixedDim(1), load.Source);
                break;
            case MaskStep { Time: { } time }:
                SameWidth(stage.Name, new FixedDim(1), time);
                break;
            case LoadTableStep load:
                SameWidth(stage.Name, new FixedDim(1), load.Token);
                if (program.Parameters.All(parameter => parameter.Name != load.Table))
                {
                    errors.Add($"{stage.Name} reads the parameter {load.Table}, which is not declared");
                }

                break;
            case LoadParameterStep load when program.Parameters.All(parameter => parameter.Name != load.Parameter):
                errors.Add($"{stage.Name} reads the parameter {load.Parameter}, which is not declared");
                break;
            case AccumulatorStep sum when sum.Gate < 0 || sum.Gate >= stage.Gates:
                errors.Add(FormattableString.Invariant($"{stage.Name} reads sum {sum.Gate} of {stage.Gates}"));
                break;
            case StoreStep store:
                Defined(store.Value);
                SameWidth(stage.Name, stage.Units, store.Target);
                return;
            case ComputeStep compute:
                foreach (var argument in compute.Arguments)
                {
                    Defined(argument);
                }

                break;
        }

        if (!values.Add(step.Value))
        {
            errors.Add($"{stage.Name} defines {step.Value} twice");
        }

        void Defined(string value)
        {
            if (!values.Contains(value))
            {
                errors.Add($"{stage.Name} reads {value} before it is computed");
            }
        }
    }

    private void SameWidth(string reader, Dim? expected, BufferRef slot)
    {
        if (buffers.Width(slot.Buffer) is { } width && width != expected)
        {
            errors.Add($"{reader} needs {expected} units of {slot.Buffer}, which has {width}");
        }
    }
}
