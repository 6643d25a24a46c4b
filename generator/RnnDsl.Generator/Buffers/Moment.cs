namespace RnnDsl.Generator.Buffers;

/// <summary>When a row's slot is read or written, seen from that slot: moments of different slots do not compare.</summary>
/// <param name="Region">The region.</param>
/// <param name="Delay">
/// In a loop, how much later its step is than the one whose index is the slot's: a forward loop writes slot t + 1 one step before it
/// reads slot t of the same index.
/// </param>
/// <param name="Stage">The stage of the step.</param>
/// <param name="Line">The line of the stage's epilogue.</param>
internal readonly record struct Moment(int Region, int Delay, int Stage, int Line)
{
    public bool IsBefore(Moment other) => Key.CompareTo(other.Key) < 0;

    /// <summary>To sort by.</summary>
    public (int Region, int Delay, int Stage, int Line) Key => (Region, Delay, Stage, Line);
}
