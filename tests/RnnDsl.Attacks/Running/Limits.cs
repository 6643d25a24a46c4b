namespace RnnDsl.Attacks.Running;

/// <summary>How long an attack runs.</summary>
/// <param name="Count">The maximum number of cases.</param>
/// <param name="Seed">The seed of the first case; the next has the next number.</param>
/// <param name="Seconds">The time after which no case begins; null for no limit.</param>
internal sealed record Limits(int Count, ulong Seed, double? Seconds);
