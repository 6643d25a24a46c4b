using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Simd.Planning;

/// <summary>
/// Finds the states that a step may write where it reads those of the step before: matrices of the example, without a history, whose
/// elements have no use after the equations that update them. A batch of matrices is as large as a cache, so that a second slot would
/// take longer than any of the equations.
/// </summary>
internal static class InPlaceStates
{
    /// <summary>Whether one slot is enough for a state.</summary>
    public static bool Are(MemorySpec memory, Program program) =>
        memory is { Kind: BufferKind.Alternating, Width: MatDim, Buffers.Count: 1 }
        && program.Regions.All(region => AllowOne(region, memory.Buffers[0]));

    private static bool AllowOne(Region region, string buffer)
    {
        var found = region.Stages.Where(stage => StageAccess.Of(stage).Any(IsOfState)).ToList();
        if (region.Kind == RegionKind.Once)
        {
            return found.SelectMany(StageAccess.Of).Where(IsOfState).All(access => !IsOfStream(access.Slot));
        }

        var update = found.FindLastIndex(Reads);
        return found.Count == 0
            || found.Count(Writes) == 1
                && found.FindIndex(Writes) >= update
                && found.Single(Writes) is FusedStage { IsOfMatrices: true, Gates: 0 } stage
                && LoadsFirst(stage);

        bool IsOfState(StageAccess access) => access.Slot.Buffer == buffer;

        bool IsBefore(StageAccess access) =>
            access.Slot.Time == (region.Kind == RegionKind.Reverse ? TimeIndex.Next : TimeIndex.Current);

        bool Reads(Stage stage) =>
            StageAccess.Of(stage).Any(access => IsOfState(access) && IsBefore(access) && !access.Writes);

        bool Writes(Stage stage) => StageAccess.Of(stage).Any(access => IsOfState(access) && access.Writes);

        // A stage of matrices runs once for each element, line after line.
        bool LoadsFirst(FusedStage stage)
        {
            var accesses = StageAccess.Of(stage).Where(IsOfState).ToList();
            var store = accesses.Single(access => access.Writes);
            return !IsBefore(store)
                && accesses
                    .Where(access => access != store)
                    .All(access => access.Line < store.Line && stage.Epilogue[access.Line!.Value] is LoadStep);
        }
    }

    private static bool IsOfStream(BufferRef slot) => slot.Time is TimeIndex.Before or TimeIndex.After;
}
