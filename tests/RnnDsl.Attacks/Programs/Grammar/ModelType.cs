namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>The model that a training trains.</summary>
/// <param name="Penalty">Its method without arguments, or null.</param>
internal sealed record ModelType(string Name, string Method, IReadOnlyList<Kind> Inputs, Kind Result, string? Penalty);
