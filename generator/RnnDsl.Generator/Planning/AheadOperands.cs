using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Finds the products whose operand is in memory for all steps before their loop begins. They come first in their sums, and
/// those that the target chooses are computed ahead of the steps: of a loop that takes several steps as one, none but by a target that
/// runs all ahead.
/// </summary>
internal static class AheadOperands
{
    public static Program Apply(Program program, ScheduleOptions options)
    {
        var buffers = program.Buffers.ToDictionary(buffer => buffer.Name, StringComparer.Ordinal);
        return program.MapRegions(Mark);

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
            var ahead = isAhead[true].Select((segment, i) => segment with { IsAhead = Runs(segment, i, kind) });
            return fused with { Segments = ahead.Concat(isAhead[false]).ToEquatableArray() };
        }

        bool Runs(Segment segment, int place, RegionKind kind) =>
            options.Target.Ahead == AheadProducts.All || place == 0 && kind != RegionKind.Each && IsWorthwhile(segment);

        bool IsWorthwhile(Segment segment) => HoistingCost.IsWorthwhile(buffers[segment.Operand.Buffer].Width, options);
    }
}
