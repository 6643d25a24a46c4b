namespace RnnDsl.Attacks.Programs;

/// <summary>A program of the grammar.</summary>
internal sealed record RandomNet(ulong Seed, string Source);
