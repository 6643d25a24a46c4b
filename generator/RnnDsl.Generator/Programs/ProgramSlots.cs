namespace RnnDsl.Generator.Programs;

/// <summary>Slots in the text of a program.</summary>
internal static class ProgramSlots
{
    public static string Print(BufferRef slot) =>
        slot.Time switch
        {
            TimeIndex.None => slot.Buffer,
            TimeIndex.Current => slot.Buffer + "[t]",
            TimeIndex.Next => slot.Buffer + "[t + 1]",
            TimeIndex.Before => slot.Buffer + "[n]",
            TimeIndex.After => slot.Buffer + "[n + 1]",
            TimeIndex.First => slot.Buffer + "[0]",
            TimeIndex.Last => slot.Buffer + "[T - 1]",
            TimeIndex.IfLast => slot.Buffer + " if t is the last",
            _ => slot.Buffer + "[T]",
        };
}
