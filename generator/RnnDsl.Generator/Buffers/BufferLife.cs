using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>All that is done with a buffer.</summary>
internal sealed class BufferLife(BufferSpec buffer, IReadOnlyList<SlotAccess> accesses)
{
    public BufferSpec Buffer => buffer;

    /// <summary>Where its first access begins.</summary>
    public (int Region, int Delay, int Stage, int Line) Start => accesses.Min(access => access.From.Key);

    /// <summary>Whether each slot is needed for the last time before <paramref name="next"/> writes the slot of that index.</summary>
    public bool MakesRoomFor(BufferLife next) =>
        accesses.All(access => next.Writes.All(write => access.EndsBefore(write)));

    private IEnumerable<SlotAccess> Writes { get; } = accesses.Where(access => access.Writes).ToList();
}
