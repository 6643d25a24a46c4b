namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>What a called method does with its arguments: it adds an op or a call, or writes out a body.</summary>
public delegate Value? Callee(IReadOnlyList<Value?> arguments);
