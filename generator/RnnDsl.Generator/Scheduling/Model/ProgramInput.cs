using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>An argument of the program: data of one example, copied into a buffer.</summary>
public sealed record ProgramInput(string Name, TensorType Type, string Buffer);
