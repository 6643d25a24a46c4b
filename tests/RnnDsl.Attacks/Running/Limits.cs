namespace RnnDsl.Attacks.Running;

/// <summary>How long an attack runs.</summary>
/// <param name="Count">At most so many cases.</param>
/// <param name="Seed">The seed of the first case; the next has the next number.</param>
/// <param name="Seconds">No case begins after so many seconds; null for no limit.</param>
internal sealed record Limits(int Count, ulong Seed, double? Seconds);
