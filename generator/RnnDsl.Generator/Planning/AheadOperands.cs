using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Finds the products whose operand is in memory for all steps before their loop begins. They come first in their sums, and the
/// first of each stage may be computed ahead of the steps, unless these run several as one anyway.
/// </summary>
internal static class AheadOperands
{
    public static Program Apply(Program program, ScheduleOptions options)
    {
        var buffers = program.Buffers.ToDictionary(buffer => buffer.Name, StringComparer.Ordinal);
        return program with
        {
            Forward = program.Forward.Select(Mark).ToEquatableArray(),
            Backward = program.Backward.Select(Mark).ToEquatableArray(),
        };

        Region Mark(Region region)
        {
            if (region.Kind == RegionKind.Once)
            {
                return region;
            }

            var written = StageAccess.Buffers(region.Stages, writes: true);
            return region with
            {
                Stages = region.Stages.Select(stage => Sort(stage, region.Kind, written)).ToEquatableArray(),
            };
        }

        Stage Sort(Stage stage, RegionKind kind, HashSet<string> written)
        {
            if (stage is not FusedStage fused)
            {
                return stage;
            }

            var isAhead = fused.Segments.ToLookup(segment =>
                segment.Operand.Time is TimeIndex.Current or TimeIndex.Next
                && buffers[segment.Operand.Buffer].Kind is BufferKind.Steps or BufferKind.States
                && !written.Contains(segment.Operand.Buffer)
            );
            var first = isAhead[true]
                .Take(1)
                .Select(segment => segment with { IsAhead = kind != RegionKind.Each && IsWorthwhile(segment) });
            var segments = first.Concat(isAhead[true].Skip(1)).Concat(isAhead[false]);
            return fused with { Segments = segments.ToEquatableArray() };
        }

        bool IsWorthwhile(Segment segment) => HoistingCost.IsWorthwhile(buffers[segment.Operand.Buffer].Width, options);
    }
}
