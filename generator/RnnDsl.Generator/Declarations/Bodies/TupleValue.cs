namespace RnnDsl.Generator.Declarations.Bodies;

public sealed record TupleValue(IReadOnlyList<Value?> Items) : Value;
