namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>Lowers a call, given its arguments: adds an op or a call node, or inlines a body.</summary>
public delegate Value? Callee(IReadOnlyList<Value?> arguments);
