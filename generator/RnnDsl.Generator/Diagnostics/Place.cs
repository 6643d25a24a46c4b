using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Generator.Diagnostics;

/// <summary>
/// A location that keeps no syntax alive: a compiler that holds on to it holds numbers. It means something beside the compilation
/// that it was read from, and others with the same files.
/// </summary>
/// <param name="File">The number of the file among those of the compilation; -1 for no place.</param>
public readonly record struct Place(int File, TextSpan Span)
{
    public static Place None => new(-1, default);

    /// <summary>The location, in whose file <c>#pragma</c> and editorconfig hold.</summary>
    public Location In(Compilation? compilation)
    {
        var tree = File < 0 ? null : compilation?.SyntaxTrees.ElementAtOrDefault(File);
        return tree is not null && Span.End <= tree.Length ? Location.Create(tree, Span) : Location.None;
    }
}
