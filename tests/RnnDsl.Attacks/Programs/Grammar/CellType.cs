namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A cell that can be used: of the library, or declared in the program.</summary>
/// <param name="Inputs">What a step takes.</param>
/// <param name="Output">What it returns.</param>
internal sealed record CellType(
    string Name,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<Kind> Inputs,
    Kind Output,
    IReadOnlyList<(string Name, Kind Kind)> States
)
{
    /// <summary>Whether its <c>State</c> has more than these states: matrices, earlier values, the states of inner cells.</summary>
    public bool HasMore { get; init; }
}
