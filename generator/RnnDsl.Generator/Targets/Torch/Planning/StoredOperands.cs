using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>
/// Buffers that are kept in the type that products read, because there is one for each step and products read them. States stay
/// Float32, where many small changes add up, and are converted for each product.
/// </summary>
internal static class StoredOperands
{
    public static HashSet<string> Of(Program program)
    {
        var operands = program
            .Regions.SelectMany(region => region.Stages)
            .OfType<FusedStage>()
            .SelectMany(stage => stage.Segments)
            .Select(segment => segment.Operand.Buffer)
            .Concat(
                program
                    .Gradients.SelectMany(gradient => gradient.Terms)
                    .Where(term => term is { OverTime: true, IsByRow: false, Operand: not null })
                    .SelectMany(term => new[] { term.Operand!, term.Adjoint })
            );
        var states = StageAccess.Buffers(program.Forward.SelectMany(region => region.Stages), writes: true);
        states.IntersectWith(program.Buffers.Where(b => b.Kind != BufferKind.Steps).Select(b => b.Name));
        var kinds = program.Buffers.ToDictionary(b => b.Name, b => b.Kind, StringComparer.Ordinal);
        return new HashSet<string>(
            operands.Where(b => kinds[b] is BufferKind.Steps or BufferKind.States && !states.Contains(b)),
            StringComparer.Ordinal
        );
    }
}
