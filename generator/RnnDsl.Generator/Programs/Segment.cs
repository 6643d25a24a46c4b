namespace RnnDsl.Generator.Programs;

/// <summary>A part of a stage's sum over k: one operand times one packed matrix.</summary>
/// <param name="IsAhead">
/// Whether the operand is in memory for all steps before the loop begins, so that products of several steps may be one.
/// </param>
public sealed record Segment(BufferRef Operand, string Pack, bool IsAhead = false);
