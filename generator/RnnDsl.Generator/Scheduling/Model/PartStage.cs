using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Copies as many units as Target has from the beginning of Source, or from its end.</summary>
public sealed record PartStage(string Name, BufferRef Source, BufferRef Target, bool AtEnd) : Stage(Name);
