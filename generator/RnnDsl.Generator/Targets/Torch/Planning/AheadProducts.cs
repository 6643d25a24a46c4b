using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Torch.Planning;

/// <summary>Marks every product that may run ahead of its loop: a tensor call costs as much for one step as for all.</summary>
internal static class AheadProducts
{
    public static Program Apply(Program program)
    {
        var kinds = program.Buffers.ToDictionary(b => b.Name, b => b.Kind, StringComparer.Ordinal);
        return program with
        {
            Forward = program.Forward.Select(Mark).ToEquatableArray(),
            Backward = program.Backward.Select(Mark).ToEquatableArray(),
        };

        Region Mark(Region region)
        {
            var written = StageAccess.Buffers(region.Stages, writes: true);
            return region.Kind == RegionKind.Once
                ? region
                : region with
                {
                    Stages = region
                        .Stages.Select(stage =>
                            stage is FusedStage fused
                                ? fused with
                                {
                                    Segments = fused
                                        .Segments.Select(s => s with { IsAhead = IsAhead(s, written) })
                                        .ToEquatableArray(),
                                }
                                : stage
                        )
                        .ToEquatableArray(),
                };
        }

        bool IsAhead(Segment segment, HashSet<string> written) =>
            segment.Operand.Time is TimeIndex.Current or TimeIndex.Next
            && kinds[segment.Operand.Buffer] is BufferKind.Steps or BufferKind.States
            && !written.Contains(segment.Operand.Buffer);
    }
}
