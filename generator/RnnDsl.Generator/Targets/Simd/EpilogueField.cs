namespace RnnDsl.Generator.Targets.Simd;

/// <summary>A field of an epilogue struct: its C# type and name, and the argument that sets it.</summary>
public sealed record EpilogueField(string Type, string Name, string Argument);
