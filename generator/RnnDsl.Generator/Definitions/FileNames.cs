using System.Collections.Immutable;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// The names of generated files. The compiler wants names that differ in more than upper and lower case, and when two do not, it drops
/// all files of the generator.
/// </summary>
public static class FileNames
{
    private const string Allowed = ".,-+`_ ()[]{}";

    /// <summary><c>RnnDsl.Cells.Lstm-2</c>; a nested class behind a plus sign, as no part of a class is called.</summary>
    public static string Of(string id) => id.Replace('`', '-').Replace("@", "");

    /// <summary>The name that a declaration's files need, since others have theirs; null where they have no need.</summary>
    public static string? Distinct(string id, ImmutableArray<Declaration> all)
    {
        var name = Of(id);
        var earlier = all.Select(other => Of(other.Definition.Id))
            .Where(other => string.CompareOrdinal(other, name) < 0)
            .Distinct(StringComparer.Ordinal)
            .Count(other => Clash(other, name));
        return earlier == 0 ? null : $"{name}({CSharpText.Number(earlier + 1)})";
    }

    /// <summary>The name, if the compiler takes it.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static string Check(string name) =>
        name.All(c => IsPart(c) || Allowed.IndexOf(c) >= 0)
            ? name
            : throw new InvalidOperationException($"'{name}' is no name of a generated file");

    private static bool IsPart(char c) => Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsIdentifierPartCharacter(c);

    // A namespace may have the name of a class beside it, which is an error of its own.
    private static bool Clash(string other, string name) =>
        name.Equals(other, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith(other + ".", StringComparison.OrdinalIgnoreCase);
}
