namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A layer that can be used: of the library, or declared in the program.</summary>
/// <param name="Counts">Type parameters that say how many layers an array has.</param>
internal sealed record LayerType(
    string Name,
    IReadOnlyList<string> Parameters,
    string Method,
    IReadOnlyList<Kind> Arguments,
    Kind Result,
    IReadOnlyList<string> Counts
);
