namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>A part of a stage's sum over k: one operand times one packed matrix.</summary>
public sealed record Segment(BufferRef Operand, string Pack);
