using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>Reads the row's scalar from a buffer of width 1, into every lane.</summary>
public sealed record LoadScalarStep(string Value, BufferRef Source) : EpilogueStep(Value);
