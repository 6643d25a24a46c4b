using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Scheduling.Sharing;

namespace RnnDsl.Generator.Emit.Torch;

/// <summary>Loops of which no step needs another one, such as a layer on each step: they run once, on all steps.</summary>
internal static class WholeLoops
{
    public static bool Is(Region region, Program program)
    {
        if (region.Kind == RegionKind.Once || region.Stages.Any(stage => !IsOfOneStep(stage)))
        {
            return false;
        }

        var kinds = program.Buffers.ToDictionary(b => b.Name, b => b.Kind, StringComparer.Ordinal);
        var accesses = region.Stages.SelectMany(StageAccess.Of).ToLookup(a => a.Slot.Buffer, StringComparer.Ordinal);
        return accesses.All(buffer =>
        {
            var (kind, times) = (kinds[buffer.Key], buffer.Select(a => a.Slot.Time).Distinct().ToList());
            return buffer.Any(a => a.Writes)
                ? times.Count == 1
                    && (kind, times[0]) is (BufferKind.Steps, TimeIndex.Current) or (BufferKind.States, TimeIndex.Next)
                : kind != BufferKind.Alternating && times.All(IsOfStep);
        });
    }

    private static bool IsOfStep(TimeIndex time) => time is TimeIndex.None or TimeIndex.Current or TimeIndex.Next;

    private static bool IsOfOneStep(Stage stage) =>
        stage switch
        {
            FusedStage fused => !fused.Epilogue.Any(step => step is MaskStep { Time: null }),
            ReductionStage or JoinStage or PartStage => true,
            CopyStage copy => !copy.Source.IsLast && !copy.Target.IsLast,
            ClearStage clear => !clear.Target.IsLast,
            _ => false,
        };
}
