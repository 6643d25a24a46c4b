using System.Collections.Immutable;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// The names of generated files. The compiler requires names that differ in more than case; if two do not, it drops
/// all files of the generator.
/// </summary>
public static class FileNames
{
    private const string Allowed = ".,-+`_ ()[]{}";

    /// <summary><c>RnnDsl.Cells.Lstm-2</c>; a nested class after a plus sign, which no class name contains.</summary>
    public static string Of(string id) => id.Replace('`', '-').Replace("@", "");

    /// <summary>A distinct name for a declaration's files, if the default clashes with another's; otherwise null.</summary>
    public static string? Distinct(string id, ImmutableArray<Declaration> all)
    {
        var name = Of(id);
        var earlier = all.Select(other => Of(other.Definition.Id))
            .Where(other => string.CompareOrdinal(other, name) < 0)
            .Distinct(StringComparer.Ordinal)
            .Count(other => Clash(other, name));
        return earlier == 0 ? null : $"{name}({CSharpText.Number(earlier + 1)})";
    }

    /// <summary>The name, if the compiler accepts it.</summary>
    /// <exception cref="InvalidOperationException">The compiler rejects the name.</exception>
    public static string Check(string name) =>
        name.All(c => IsPart(c) || Allowed.IndexOf(c) >= 0)
            ? name
            : throw new InvalidOperationException($"'{name}' is no name of a generated file");

    private static bool IsPart(char c) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsIdentifierPartCharacter(c);

    // A namespace may have the name of a sibling class, which is a separate error.
    private static bool Clash(string other, string name) =>
        name.Equals(other, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith(other + ".", StringComparison.OrdinalIgnoreCase);
}
