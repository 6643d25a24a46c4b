using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>
/// A location as plain numbers, which keeps no syntax tree alive in caches. It is valid for the compilation
/// that it was read from, and for others with the same files.
/// </summary>
/// <param name="File">The number of the file among those of the compilation; -1 for no place.</param>
public readonly record struct Place(int File, TextSpan Span)
{
    public static Place None => new(-1, default);

    /// <summary>The location in its file, so that <c>#pragma</c> and editorconfig apply.</summary>
    public Location In(Compilation? compilation)
    {
        var tree = File < 0 ? null : compilation?.SyntaxTrees.ElementAtOrDefault(File);
        return tree is not null && Span.End <= tree.Length ? Location.Create(tree, Span) : Location.None;
    }
}
