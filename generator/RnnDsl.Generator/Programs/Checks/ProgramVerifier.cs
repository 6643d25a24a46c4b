namespace RnnDsl.Generator.Programs.Checks;

/// <summary>Checks that a program can run: each name and slot exists, and a slot that is read holds the value that was written.</summary>
public static class ProgramVerifier
{
    /// <exception cref="InvalidOperationException">Something is wrong; the message lists all of it.</exception>
    public static void Check(Program program)
    {
        var errors = new List<string>();
        CheckNames(program, errors);
        if (errors.Count == 0)
        {
            foreach (var steps in ProgramMemoryCheck.Steps)
            {
                new ProgramMemoryCheck(program, steps, errors).Run();
            }
        }

        if (errors.Count > 0)
        {
            var all = string.Join("; ", errors.Distinct(StringComparer.Ordinal));
            throw new InvalidOperationException($"{program.Name}: {all}");
        }
    }

    private static void CheckNames(Program program, List<string> errors)
    {
        var buffers = new ProgramBufferCheck(program, errors);
        foreach (var input in program.Inputs)
        {
            buffers.Check(input.Slot, RegionKind.Forward, "input " + input.Name);
        }

        var stages = new ProgramStageCheck(program, buffers, errors);
        stages.Check(program.Forward);
        stages.Check(program.Backward);
        foreach (var output in program.Outputs)
        {
            buffers.Check(output.Source, RegionKind.Forward, "output " + output.Name);
        }

        new ProgramShapeCheck(program, buffers, errors).Run();
        foreach (var gradient in program.Gradients)
        {
            var reader = "gradient " + gradient.Parameter;
            if (program.Parameters.All(parameter => parameter.Name != gradient.Parameter))
            {
                errors.Add($"{reader}: no such parameter");
            }

            foreach (var term in gradient.Terms)
            {
                buffers.Check(new BufferRef(term.Adjoint, term.AdjointSlot), RegionKind.Forward, reader);
                if (term.Operand is { } operand)
                {
                    buffers.Check(new BufferRef(operand, term.OperandSlot), RegionKind.Forward, reader);
                }
            }
        }
    }
}
