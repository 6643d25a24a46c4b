using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Copies a slot: an initial state that another part of the program computed.</summary>
public sealed record CopyStage(string Name, BufferRef Source, BufferRef Target) : Stage(Name);
