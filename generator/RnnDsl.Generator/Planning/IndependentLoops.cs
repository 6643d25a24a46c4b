using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Finds the loops of which no step needs another one, such as a layer on each step.</summary>
internal static class IndependentLoops
{
    /// <summary>
    /// Marks those whose steps may run as one, as if the batch had the rows of all of them: nothing in them depends on the example
    /// but what has a slot for each step.
    /// </summary>
    public static Program Mark(Program program) =>
        program.MapRegions(region =>
            Is(region, program) && region.Stages.All(IsOfRows) ? region with { Kind = RegionKind.Each } : region
        );

    /// <summary>Whether a region is such a loop: its stages may run one after the other, each on all steps.</summary>
    public static bool Is(Region region, Program program)
    {
        if (region.Kind == RegionKind.Once || region.Stages.Any(stage => !stage.Accept(IsOfOneStep.Instance)))
        {
            return false;
        }

        // What shares memory with a buffer that is written counts as if it were it.
        var buffers = program.Buffers.ToDictionary(b => b.Name, StringComparer.Ordinal);
        return region
            .Stages.SelectMany(StageAccess.Of)
            .GroupBy(access => buffers[access.Slot.Buffer].Memory, StringComparer.Ordinal)
            .All(memory =>
                memory.Any(access => access.Writes)
                    ? memory.Select(access => access.Slot.Time).Distinct().Count() == 1
                        && memory.All(access => IsResult(buffers[access.Slot.Buffer].Kind, access.Slot.Time))
                    : memory.All(access =>
                        buffers[access.Slot.Buffer].Kind != BufferKind.Alternating && IsOfStep(access.Slot.Time)
                    )
            );
    }

    private static bool IsResult(BufferKind kind, TimeIndex time) =>
        (kind, time) is (BufferKind.Steps, TimeIndex.Current) or (BufferKind.States, TimeIndex.Next);

    private static bool IsOfStep(TimeIndex time) => time is TimeIndex.None or TimeIndex.Current or TimeIndex.Next;

    private static bool IsOfRows(Stage stage) =>
        StageAccess.Of(stage).All(access => access.Slot.Time is TimeIndex.Current or TimeIndex.Next)
        && (stage is not FusedStage fused || !fused.Epilogue.Any(step => step.Accept(IsOfExample.Instance)));
}
