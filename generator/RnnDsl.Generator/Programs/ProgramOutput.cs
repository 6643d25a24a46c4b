using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A result, and the slot that holds it after the forward regions have run.</summary>
public sealed record ProgramOutput(string Name, TensorType Type, BufferRef Source);
