using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Definitions;

/// <summary>A <c>[State]</c> field of a cell: zero before the first step.</summary>
public sealed record StateField(string Name, TensorType Type);
