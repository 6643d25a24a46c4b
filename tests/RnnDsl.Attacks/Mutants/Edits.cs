using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>The building blocks of mutations.</summary>
internal static class Edits
{
    public static string Put(this SyntaxNode root, TextSpan span, string text) =>
        root.GetText().WithChanges(new TextChange(span, text)).ToString();

    public static string Put(this SyntaxNode root, int place, string text) => root.Put(new TextSpan(place, 0), text);

    /// <summary>One of the nodes of a type, or null.</summary>
    public static T? Any<T>(this SyntaxNode root, Draw draw, Func<T, bool>? which = null)
        where T : SyntaxNode =>
        root.DescendantNodes().OfType<T>().Where(node => which?.Invoke(node) ?? true).ToList() is { Count: > 0 } all
            ? draw.Of(all)
            : null;

    /// <summary>One of the tokens.</summary>
    public static SyntaxToken AnyToken(this SyntaxNode root, Draw draw) => draw.Of(root.DescendantTokens().ToList());
}
