using RnnDsl.Generator.Programs;

namespace RnnDsl.Generator.Buffers;

/// <summary>A read or a write of a slot, and from when to when it takes place.</summary>
internal sealed record SlotAccess(BufferRef Slot, bool Writes, Moment From, Moment To)
{
    /// <summary>Whether this one is over, at each slot that both touch, before <paramref name="other"/> begins.</summary>
    public bool EndsBefore(SlotAccess other) => !MayMeet(Slot.Time, other.Slot.Time) || To.IsBefore(other.From);

    // Slots 0 ... T-1 are someone's current one, 1 ... T someone's next; there is at least one step.
    private static bool MayMeet(TimeIndex one, TimeIndex other) =>
        (one, other) switch
        {
            (TimeIndex.End, _) => other is TimeIndex.End or TimeIndex.Next,
            (_, TimeIndex.End) => one is TimeIndex.Next,
            (TimeIndex.First, TimeIndex.Next) or (TimeIndex.Next, TimeIndex.First) => false,
            _ => true,
        };
}
