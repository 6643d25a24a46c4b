using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A result, where it stands when the forward regions have run.</summary>
public sealed record ProgramOutput(string Name, TensorType Type, BufferRef Source);
