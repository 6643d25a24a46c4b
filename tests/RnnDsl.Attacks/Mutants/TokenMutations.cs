using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Applies typing errors to the tokens of a source.</summary>
internal static class TokenMutations
{
    private static readonly string[] odd =
    [
        "\"",
        "{",
        "}",
        "(",
        ";",
        "\0",
        "\u2028",
        "/*",
        "//",
        "@",
        "$\"",
        "#",
        "\\u0041",
        "ä",
        "0x",
        "1e999",
        "'",
        "<",
        "?",
        "...",
        "\t",
        "<<<<<<< HEAD\n",
    ];

    public static string? Delete(Draw draw, CompilationUnitSyntax root) => root.Put(root.AnyToken(draw).Span, "");

    public static string? Duplicate(Draw draw, CompilationUnitSyntax root) =>
        root.AnyToken(draw) is var token ? root.Put(token.Span.End, " " + token.Text) : null;

    public static string? Swap(Draw draw, CompilationUnitSyntax root)
    {
        var token = root.AnyToken(draw);
        var next = token.GetNextToken();
        return next.Span.End <= token.SpanStart
            ? null
            : root.Put(TextSpan.FromBounds(token.SpanStart, next.Span.End), $"{next.Text} {token.Text}");
    }

    public static string? Replace(Draw draw, CompilationUnitSyntax root) =>
        root.Put(root.AnyToken(draw).Span, root.AnyToken(draw).Text);

    public static string? Cut(Draw draw, CompilationUnitSyntax root) =>
        root.Put(TextSpan.FromBounds(root.AnyToken(draw).SpanStart, root.FullSpan.End), "");

    public static string? Insert(Draw draw, CompilationUnitSyntax root) =>
        root.Put(root.AnyToken(draw).SpanStart, draw.Of(odd));
}
