namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>A cell that can be used: of the library, or declared in the program.</summary>
internal sealed record CellType(
    string Name,
    IReadOnlyList<string> Parameters,
    Dim Input,
    Dim Output,
    IReadOnlyList<(string Name, Kind Kind)> States
);
