namespace RnnDsl.Attacks.Mutants;

/// <summary>A source in the language.</summary>
/// <param name="Source">What is mutated.</param>
/// <param name="Others">The files that it needs, which stay as they are.</param>
internal sealed record Base(string Source, IReadOnlyList<string> Others);
