namespace RnnDsl.Generator.Programs;

/// <summary>Sets a slot to zeros.</summary>
public sealed record ClearStage(string Name, BufferRef Target) : Stage(Name);
