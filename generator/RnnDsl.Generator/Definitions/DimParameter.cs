namespace RnnDsl.Generator.Definitions;

/// <summary>A dim that a declaration's fields use, in order of first use: a parameter of its constructor.</summary>
/// <param name="Name">Simple name of the dim type or of the type parameter: <c>Hidden</c>, <c>H</c>.</param>
/// <param name="Default">The number in <c>[Dim(50)]</c>, or null.</param>
/// <param name="IsTypeParameter">Whether the declaration is generic in it.</param>
public sealed record DimParameter(string Name, int? Default, bool IsTypeParameter)
{
    /// <summary>The type in C#, fully qualified (<c>global::N.Hidden</c>); the name of a type parameter.</summary>
    public string Type { get; init; } = Name;

    /// <summary>
    /// Whether it sets the length of an array of layers. Programs are generated for that length, so its number is that of <c>[Dim]</c>.
    /// </summary>
    public bool IsCount { get; init; }

    /// <summary>The constructor's argument: <c>hidden</c>.</summary>
    public string Argument => char.ToLowerInvariant(Name[0]) + Name.Substring(1);
}
