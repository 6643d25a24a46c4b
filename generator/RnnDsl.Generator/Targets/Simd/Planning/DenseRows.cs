using RnnDsl.Generator.Buffers;
using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Targets.Simd.Planning;

/// <summary>
/// Finds the loops whose slots hold the rows of sequences that have the step, and no others: those of several steps follow each other,
/// whatever the lengths of the sequences are.
/// </summary>
internal sealed class DenseRows
{
    private readonly Dictionary<string, BufferKind> kinds;

    public DenseRows(Program program) =>
        kinds = program
            .Memory.SelectMany(memory => memory.Buffers.Select(buffer => (buffer, memory.Kind)))
            .ToDictionary(pair => pair.buffer, pair => pair.Kind, StringComparer.Ordinal);

    /// <summary>Whether all that the stages of a region read and write is so.</summary>
    public bool Are(Region region) => region.Stages.SelectMany(StageAccess.Of).All(access => IsDense(access.Slot));

    private bool IsDense(BufferRef slot) =>
        (kinds[slot.Buffer], slot.Time) is (BufferKind.Steps, TimeIndex.Current) or (BufferKind.States, TimeIndex.Next);
}
