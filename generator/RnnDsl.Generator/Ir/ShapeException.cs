namespace RnnDsl.Generator.Ir;

/// <summary>Operands whose shapes do not fit an op. The message names the op, what it needs and what it got.</summary>
public sealed class ShapeException(string message) : Exception(message);
