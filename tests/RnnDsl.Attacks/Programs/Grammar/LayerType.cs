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
)
{
    /// <summary>The cells that a layer of the library gets, in terms of its parameters: <c>Lstm&lt;X, H&gt;</c>.</summary>
    public IReadOnlyList<(string Cell, string[] Dims)> Cells { get; init; } = [];

    /// <summary>Its type, with these dims for its parameters.</summary>
    public string With(IReadOnlyDictionary<string, Dim> given)
    {
        var type = TypeText.Of(Name, Parameters, given);
        var cells = Cells.Select(cell => TypeText.Of(cell.Cell, cell.Dims, given) + ", ");
        return Cells.Count == 0
            ? type
            : type.Replace(Name + "<", $"{Name}<{string.Concat(cells)}", StringComparison.Ordinal);
    }
}
