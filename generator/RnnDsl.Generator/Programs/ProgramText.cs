using System.Globalization;
using RnnDsl.Generator.Ir;
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
                program.Outputs.Select(output => $"output {output.Name}: {output.Type} in {Slot(output.Source)}")
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

    private static string Slot(BufferRef slot) =>
        slot.Time switch
        {
            TimeIndex.None => slot.Buffer,
            TimeIndex.Current => slot.Buffer + "[t]",
            TimeIndex.Next => slot.Buffer + "[t + 1]",
            TimeIndex.Before => slot.Buffer + "[n]",
            TimeIndex.After => slot.Buffer + "[n + 1]",
            TimeIndex.First => slot.Buffer + "[0]",
            TimeIndex.Last => slot.Buffer + "[T - 1]",
            TimeIndex.IfLast => slot.Buffer + " if t is the last",
            _ => slot.Buffer + "[T]",
        };

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
                foreach (var stage in region.Stages)
                {
                    Stage(text, stage);
                }
            }
        }
    }

    private static void Stage(SourceWriter text, Stage stage)
    {
        if (stage is not FusedStage fused)
        {
            text.Line(
                stage switch
                {
                    ClearStage clear => $"{Slot(clear.Target)} = 0",
                    CopyStage copy => $"{Slot(copy.Target)} = {Slot(copy.Source)}",
                    ReductionStage { Token: { } token } at =>
                        $"{Slot(at.Target)} = {Slot(at.Source)} at {Slot(token)} of {at.Units}",
                    ReductionStage reduction =>
                        $"{Slot(reduction.Target)} = {reduction.Op} of {Slot(reduction.Source)} over {reduction.Units}",
                    JoinStage join => $"{Slot(join.Target)} = {Slot(join.First)}, {Slot(join.Second)}",
                    PartStage part => $"{Slot(part.Target)} = {(part.AtEnd ? "end" : "begin")} of {Slot(part.Source)}",
                    ReverseStage reverse => $"{Slot(reverse.Target)} = reversed {Slot(reverse.Source)}",
                    SquaresStage squares =>
                        $"{Slot(squares.Target)} = sum of squares of {string.Join(", ", squares.Parameters)}",
                    SumTimeStage sum => $"{Slot(sum.Target)} = sum over time of {Slot(sum.Source)}",
                    _ => stage.Name,
                }
            );
            return;
        }

        using (text.Block(FormattableString.Invariant($"stage {fused.Name} [{fused.Units}], {fused.Gates} gates")))
        {
            text.Lines(
                fused.Segments.Select(segment =>
                    $"sum {Slot(segment.Operand)} * {segment.Pack}{(segment.IsAhead ? ", ahead" : "")}"
                )
            );
            text.Lines(fused.Epilogue.Select(Step));
        }
    }

    private static string Step(EpilogueStep step) =>
        step switch
        {
            AccumulatorStep sum => FormattableString.Invariant($"{sum.Value} = sum {sum.Gate}"),
            LoadStep load => $"{load.Value} = {Slot(load.Source)}",
            LoadScalarStep load => $"{load.Value} = {Slot(load.Source)} in all lanes",
            LoadParameterStep load => $"{load.Value} = parameter {load.Parameter}",
            LoadTableStep load => $"{load.Value} = parameter {load.Table} at row {Slot(load.Token)}",
            MaskStep mask => Mask(mask),
            ConstStep number => $"{number.Value} = {number.Number.ToString("R", CultureInfo.InvariantCulture)}",
            SizeStep size => $"{size.Value} = {(size.Dim is { } dim ? $"size of {dim}" : "number of steps")}",
            SeedStep seed => $"{seed.Value} = weight of the example",
            StoreStep store => $"{Slot(store.Target)} = {store.Value}",
            ComputeStep compute => Compute(compute),
            _ => step.ToString(),
        };

    private static string Mask(MaskStep step)
    {
        var (rate, site, before) = step.Mask;
        var at = step.Time is { } time ? $" at {Slot(time)}" : "";
        var behind = before.Count > 0 ? $" behind [{string.Join(", ", before)}]" : "";
        return FormattableString.Invariant($"{step.Value} = {step.Op} {rate} #{site}{at}{behind} inline");
    }

    private static string Compute(ComputeStep step)
    {
        var line = $"{step.Value} = {step.Op}({string.Join(", ", step.Arguments)}){(step.Named ? "" : " inline")}";
        return step.Equation is { } equation ? $"{line}    // {equation}" : line;
    }

    private static string Gradient(ParameterGradient gradient)
    {
        var terms = gradient.Terms.Select(term =>
        {
            var adjoint = Slot(new BufferRef(term.Adjoint, term.AdjointSlot));
            var product =
                term.Operand is { } operand
                    ? $"{adjoint} {(term.IsByRow ? "at row" : "⊗")} {Slot(new BufferRef(operand, term.OperandSlot))}"
                : term.Scaled is { } matrix ? $"{adjoint} * {matrix}"
                : adjoint;
            return term.OverTime ? $"sum over t of {product}" : product;
        });
        return $"gradient {gradient.Parameter} = {string.Join(" + ", terms.DefaultIfEmpty("0"))}";
    }
}
