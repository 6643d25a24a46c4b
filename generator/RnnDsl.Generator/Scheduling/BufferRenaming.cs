using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling;

/// <summary>Gives buffers other names; those that get the same name become one.</summary>
internal sealed class BufferRenaming(IReadOnlyDictionary<string, string> names)
{
    public static Program Apply(Program program, IReadOnlyDictionary<string, string> names)
    {
        var renaming = new BufferRenaming(names);
        return program with
        {
            Inputs = program
                .Inputs.Select(input => input with { Buffer = renaming.Name(input.Buffer) })
                .ToEquatableArray(),
            Outputs = program
                .Outputs.Select(output => output with { Source = renaming.Slot(output.Source) })
                .ToEquatableArray(),
            Buffers = program
                .Buffers.Select(buffer => buffer with { Name = renaming.Name(buffer.Name) })
                .GroupBy(buffer => buffer.Name, StringComparer.Ordinal)
                .Select(group => group.First())
                .ToEquatableArray(),
            Forward = program.Forward.Select(renaming.Region).ToEquatableArray(),
            Backward = program.Backward.Select(renaming.Region).ToEquatableArray(),
            Gradients = program.Gradients.Select(renaming.Gradient).ToEquatableArray(),
        };
    }

    private string Name(string buffer) => names.TryGetValue(buffer, out var name) ? name : buffer;

    private BufferRef Slot(BufferRef slot) => slot with { Buffer = Name(slot.Buffer) };

    private ParameterGradient Gradient(ParameterGradient gradient) =>
        gradient with
        {
            Terms = gradient
                .Terms.Select(term =>
                    term with
                    {
                        Adjoint = Name(term.Adjoint),
                        Operand = term.Operand is { } operand ? Name(operand) : null,
                    }
                )
                .ToEquatableArray(),
        };

    private Region Region(Region region) => region with { Stages = region.Stages.Select(Stage).ToEquatableArray() };

    private Stage Stage(Stage stage) =>
        stage switch
        {
            ClearStage clear => clear with { Target = Slot(clear.Target) },
            CopyStage copy => copy with { Source = Slot(copy.Source), Target = Slot(copy.Target) },
            ReductionStage reduction => reduction with
            {
                Source = Slot(reduction.Source),
                Target = Slot(reduction.Target),
            },
            SumTimeStage sum => sum with { Source = Slot(sum.Source), Target = Slot(sum.Target) },
            FusedStage fused => fused with
            {
                Segments = fused
                    .Segments.Select(segment => segment with { Operand = Slot(segment.Operand) })
                    .ToEquatableArray(),
                Epilogue = fused.Epilogue.Select(Step).ToEquatableArray(),
            },
            _ => stage,
        };

    private EpilogueStep Step(EpilogueStep step) =>
        step switch
        {
            LoadStep load => load with { Source = Slot(load.Source) },
            LoadScalarStep load => load with { Source = Slot(load.Source) },
            StoreStep store => store with { Target = Slot(store.Target) },
            _ => step,
        };
}
