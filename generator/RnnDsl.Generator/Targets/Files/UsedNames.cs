namespace RnnDsl.Generator.Targets.Files;

/// <summary>The names that the files of a target use, in addition to those of every generated file.</summary>
/// <param name="Namespaces">The namespaces, with the types of each.</param>
/// <param name="Aliases">The aliases.</param>
public sealed record UsedNames(
    IReadOnlyList<(string Namespace, string[] Types)> Namespaces,
    IReadOnlyList<(string Alias, string Target)> Aliases
)
{
    /// <summary>Nothing.</summary>
    public static UsedNames None { get; } = new([], []);
}
