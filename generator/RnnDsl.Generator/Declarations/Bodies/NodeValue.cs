namespace RnnDsl.Generator.Declarations.Bodies;

/// <param name="Id">Position in the graph under construction.</param>
public sealed record NodeValue(int Id) : Value;
