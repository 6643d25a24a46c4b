using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Reads the units of the row from a buffer.</summary>
public sealed record LoadStep(string Value, BufferRef Source) : EpilogueStep(Value);
