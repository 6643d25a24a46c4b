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
    /// <summary>Whether it has a state that is a matrix, which is not among the others.</summary>
    public bool HasMatrix { get; init; }
}
