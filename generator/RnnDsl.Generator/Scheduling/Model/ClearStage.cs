using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Sets a slot to zeros.</summary>
public sealed record ClearStage(string Name, BufferRef Target) : Stage(Name);
