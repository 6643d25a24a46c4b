namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>A slot of a buffer.</summary>
public sealed record BufferRef(string Buffer, TimeIndex Time);
