namespace RnnDsl.Generator.Programs;

/// <summary>A gate's matrix, a parameter by its path (<c>rnn.Whh</c>), or null for zeros.</summary>
public sealed record PackedGate(string? Parameter);
