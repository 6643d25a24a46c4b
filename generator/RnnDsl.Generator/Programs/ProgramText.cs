using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Programs;

/// <summary>Prints a program as text, a line for each thing it does: for people, and for tests that compare it.</summary>
public static class ProgramText
{
    public static string Print(Program program)
    {
        var text = new SourceWriter();
        using (text.Block($"program {program.Name}"))
        {
            text.Lines(
                program.Parameters.Select(parameter => $"parameter {parameter.Name}: {parameter.Type}{Part(parameter)}")
            );
            text.Lines(program.Inputs.Select(input => $"input {input.Name}: {input.Type} in {input.Buffer}"));
            text.Lines(
                program.Outputs.Select(output =>
                    $"output {output.Name}: {output.Type} in {ProgramSlots.Print(output.Source)}"
                )
            );
            text.Lines(program.Buffers.Select(Buffer));
            text.Lines(program.Packs.Select(Pack));
            text.Lines(program.Notes.Select(note => $"note {note}"));
            Regions(text, "forward", program.Forward);
            Regions(text, "backward", program.Backward);
            text.Lines(program.Gradients.Select(Gradient));
        }

        return text.ToString();
    }

    private static string Part(NamedType parameter) =>
        parameter.Part is { } part ? $", of {part.Of} behind [{string.Join(", ", part.Before)}]" : "";

    private static string Buffer(BufferSpec buffer) =>
        $"buffer {buffer.Name}: {buffer.Kind}[{buffer.Width}]"
        + (buffer.Memory == buffer.Name ? "" : $" in {buffer.Memory}");

    private static string Pack(PackSpec pack)
    {
        var gates = string.Join(", ", pack.Gates.Select((gate, i) => gate.Parameter ?? Missing(i)));
        return $"pack {pack.Name}: [{pack.Units} x {pack.Depth}] of {gates}{(pack.Transposed ? ", transposed" : "")}";

        string Missing(int gate) => gate < pack.First || gate >= pack.End ? "nothing" : "zeros";
    }

    private static void Regions(SourceWriter text, string direction, EquatableArray<Region> regions)
    {
        foreach (var region in regions)
        {
            using (text.Block($"{direction} {region.Kind} \"{region.Title}\""))
            {
                var stages = new ProgramStageText(text);
                foreach (var stage in region.Stages)
                {
                    stage.Accept(stages);
                }
            }
        }
    }

    private static string Gradient(ParameterGradient gradient)
    {
        var terms = gradient.Terms.Select(term =>
        {
            var adjoint = ProgramSlots.Print(new BufferRef(term.Adjoint, term.AdjointSlot));
            var product =
                term.Operand is { } operand
                    ? $"{adjoint} {(term.IsByRow ? "at row" : "⊗")} {ProgramSlots.Print(new BufferRef(operand, term.OperandSlot))}"
                : term.Scaled is { } matrix ? $"{adjoint} * {matrix}"
                : adjoint;
            return term.OverTime ? $"sum over t of {product}" : product;
        });
        return $"gradient {gradient.Parameter} = {string.Join(" + ", terms.DefaultIfEmpty("0"))}";
    }
}
