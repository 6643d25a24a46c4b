using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Simd.Planning;

/// <summary>
/// Finds a slot that an epilogue reads or writes unit by unit. All of them are as wide as the stage, so that one index is good for all.
/// </summary>
internal static class IndexedRows
{
    /// <summary>The first slot; null where there is none.</summary>
    public static BufferRef? Of(FusedStage stage) =>
        StageAccess.Of(stage).FirstOrDefault(access => access.Line is not null)?.Slot;
}
