using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Modifiers that come or go, and classes that become something else.</summary>
internal static class ModifierMutations
{
    private static readonly string[] modifiers =
    [
        "public",
        "private",
        "protected",
        "internal",
        "private protected",
        "protected internal",
        "static",
        "abstract",
        "sealed",
        "readonly",
        "const",
        "virtual",
        "override",
        "partial",
        "async",
        "unsafe",
        "required",
        "file",
        "ref",
        "extern",
        "new",
        "volatile",
        "fixed",
        "event",
    ];

    private static readonly string[] keywords =
    [
        "struct",
        "record",
        "record struct",
        "record class",
        "interface",
        "enum",
        "ref struct",
        "class",
        "delegate",
    ];

    public static string? Change(Draw draw, CompilationUnitSyntax root)
    {
        if (
            root.Any<MemberDeclarationSyntax>(draw, member => member is not BaseNamespaceDeclarationSyntax)
            is not { } member
        )
        {
            return null;
        }

        if (member.Modifiers.Count > 0 && draw.Percent(50))
        {
            return root.Put(draw.Of(member.Modifiers).Span, draw.Percent(50) ? "" : draw.Of(modifiers));
        }

        // Behind the attributes.
        var place =
            member.AttributeLists.Count > 0
                ? member.AttributeLists[^1].GetLastToken().GetNextToken().SpanStart
                : member.SpanStart;
        return root.Put(place, draw.Of(modifiers) + " ");
    }

    public static string? Keyword(Draw draw, CompilationUnitSyntax root) =>
        root.Any<TypeDeclarationSyntax>(draw) is { } type ? root.Put(type.Keyword.Span, draw.Of(keywords)) : null;
}
