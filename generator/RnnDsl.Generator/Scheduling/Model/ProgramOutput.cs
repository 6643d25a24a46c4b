using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>A result, where it stands when the forward regions have run.</summary>
public sealed record ProgramOutput(string Name, TensorType Type, BufferRef Source);
