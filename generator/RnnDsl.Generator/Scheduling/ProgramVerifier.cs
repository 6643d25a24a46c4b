using RnnDsl.Generator.Scheduling.Model;

namespace RnnDsl.Generator.Scheduling;

/// <summary>Checks that a program can run: what is read has been written, and every name and slot exists.</summary>
public static class ProgramVerifier
{
    /// <exception cref="InvalidOperationException">Something is wrong; the message lists all of it.</exception>
    public static void Check(Program program)
    {
        var errors = new List<string>();
        var memory = new ProgramMemoryCheck(program, errors);
        var stages = new ProgramStageCheck(program, memory, errors);
        foreach (var input in program.Inputs)
        {
            memory.Write(
                new BufferRef(input.Buffer, input.Type.OverTime ? TimeIndex.Current : TimeIndex.None),
                RegionKind.Forward
            );
        }

        stages.Check(program.Forward);
        foreach (var output in program.Outputs)
        {
            memory.Read(output.Source, RegionKind.Forward, "output " + output.Name);
        }

        stages.Check(program.Backward);
        foreach (var gradient in program.Gradients)
        {
            if (program.Parameters.All(parameter => parameter.Name != gradient.Parameter))
            {
                errors.Add($"gradient of {gradient.Parameter}: no such parameter");
            }

            foreach (var term in gradient.Terms)
            {
                memory.Read(
                    new BufferRef(term.Adjoint, term.AdjointSlot),
                    RegionKind.Forward,
                    "gradient " + gradient.Parameter
                );
                if (term.Operand is { } operand)
                {
                    memory.Read(
                        new BufferRef(operand, term.OperandSlot),
                        RegionKind.Forward,
                        "gradient " + gradient.Parameter
                    );
                }
            }
        }

        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"{program.Name}: {string.Join("; ", errors)}");
        }
    }
}
