using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Scheduling.Model;

/// <summary>A parameter by its path.</summary>
public sealed record NamedType(string Name, TensorType Type);
