namespace RnnDsl.Generator.Definitions;

/// <summary>The name by which a definition refers to a cell that its user chooses: <c>$TCell</c>, which is no name of a class.</summary>
public static class CellParameter
{
    private const string Mark = "$";

    public static string Reference(string parameter) => Mark + parameter;

    /// <summary>The type parameter, or null for the name of a class.</summary>
    public static string? NameOf(string definition) =>
        definition.StartsWith(Mark, StringComparison.Ordinal) ? definition.Substring(Mark.Length) : null;

    /// <summary>The argument of the constructor that makes such cells: <c>newCell</c> of <c>TCell</c>.</summary>
    public static string Argument(string parameter) =>
        "new"
        + (
            parameter.Length > 1 && parameter[0] == 'T' && char.IsUpper(parameter[1])
                ? parameter.Substring(1)
                : parameter
        );
}
