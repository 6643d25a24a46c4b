namespace RnnDsl.Generator.Programs;

/// <summary>A number, the same for every row and unit: a constant.</summary>
public sealed record ConstStep(string Value, double Number) : EpilogueStep(Value);
