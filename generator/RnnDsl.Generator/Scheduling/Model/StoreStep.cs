using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Writes a value to a buffer.</summary>
public sealed record StoreStep(string Value, BufferRef Target) : EpilogueStep(Value);
