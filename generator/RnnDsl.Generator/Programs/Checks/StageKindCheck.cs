using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs.Checks;

/// <summary>Checks what holds for each kind of stage: packs, gates, sizes.</summary>
internal sealed class StageKindCheck(Program program, ProgramBufferCheck buffers, List<string> errors) : StageAction
{
    protected override void Run(ClearStage stage) { }

    protected override void Run(CopyStage stage)
    {
        if (stage.Source.IsLast && stage.Target.IsLast)
        {
            errors.Add($"{stage.Name} copies from a last step to a last step");
            return;
        }

        buffers.CheckWidth(stage.Name, buffers.Width(stage.Source.Buffer), stage.Target);
    }

    protected override void Run(FusedStage stage)
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
                buffers.CheckWidth(stage.Name, pack.Depth, segment.Operand);
            }
        }

        // The product of a later block of units would read what an earlier block's epilogue wrote.
        var operands = stage.Segments.Select(segment => segment.Operand).ToList();
        foreach (var store in stage.Epilogue.OfType<StoreStep>().Where(store => operands.Contains(store.Target)))
        {
            errors.Add($"{stage.Name} multiplies with {store.Target.Buffer} and stores to it");
        }

        var epilogue = new EpilogueCheck(program, stage, buffers, errors);
        foreach (var step in stage.Epilogue)
        {
            epilogue.Run(step);
        }
    }

    protected override void Run(JoinStage stage)
    {
        if (buffers.Width(stage.First.Buffer) is { } first && buffers.Width(stage.Second.Buffer) is { } second)
        {
            CheckLeaves(stage.Name, first.Leaves.Concat(second.Leaves), stage.Target);
        }
    }

    protected override void Run(OverTimeStage stage)
    {
        if (stage.Equations.Gates > 0)
        {
            errors.Add($"{stage.Name} has products, which do not run over all steps");
        }

        Run(stage.Equations);
    }

    protected override void Run(PartStage stage)
    {
        if (buffers.Width(stage.Source.Buffer) is { } whole && buffers.Width(stage.Target.Buffer) is { } part)
        {
            var (all, count) = (whole.Leaves.ToList(), part.Leaves.Count());
            CheckLeaves(stage.Name, stage.AtEnd ? all.Skip(all.Count - count) : all.Take(count), stage.Target);
        }
    }

    protected override void Run(ReductionStage stage)
    {
        buffers.CheckWidth(stage.Name, stage.Units, stage.Source);
        buffers.CheckWidth(stage.Name, new FixedDim(1), stage.Target);
        if (stage.Token is { } token)
        {
            buffers.CheckWidth(stage.Name, new FixedDim(1), token);
        }
    }

    protected override void Run(ReverseStage stage)
    {
        buffers.CheckWidth(stage.Name, stage.Units, stage.Source);
        buffers.CheckWidth(stage.Name, stage.Units, stage.Target);
    }

    protected override void Run(SquaresStage stage)
    {
        buffers.CheckWidth(stage.Name, new FixedDim(1), stage.Target);
        errors.AddRange(
            stage
                .Parameters.Where(name => program.Parameters.All(parameter => parameter.Name != name))
                .Select(name => $"{stage.Name} reads the parameter {name}, which is not declared")
        );
    }

    protected override void Run(SumTimeStage stage)
    {
        buffers.CheckWidth(stage.Name, stage.Units, stage.Source);
        buffers.CheckWidth(stage.Name, stage.Units, stage.Target);
    }

    // Sizes side by side are the same however they are put together.
    private void CheckLeaves(string reader, IEnumerable<Dim> expected, BufferRef slot)
    {
        if (buffers.Width(slot.Buffer) is { } width && !width.Leaves.SequenceEqual(expected))
        {
            errors.Add($"{reader} needs {string.Join("+", expected)} units of {slot.Buffer}, which has {width}");
        }
    }
}
