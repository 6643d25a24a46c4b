using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RnnDsl.Attacks.Programs.Grammar;

namespace RnnDsl.Attacks.Mutants;

/// <summary>Statements, members, arguments and attributes that go, come twice or change places.</summary>
internal static class NodeMutations
{
    public static string? Delete(Draw draw, CompilationUnitSyntax root) =>
        root.Any<SyntaxNode>(draw, IsPart) is { } node ? root.Put(node.FullSpan, "") : null;

    public static string? Duplicate(Draw draw, CompilationUnitSyntax root) =>
        root.Any<SyntaxNode>(draw, IsPart) is { } node
            ? root.Put(
                node.FullSpan.End,
                (node is ParameterSyntax or ArgumentSyntax or AttributeArgumentSyntax ? ", " : "") + node.ToFullString()
            )
            : null;

    public static string? Swap(Draw draw, CompilationUnitSyntax root)
    {
        if (root.Any<SyntaxNode>(draw, IsPart) is not { } first)
        {
            return null;
        }

        var second = root.Any<SyntaxNode>(
            draw,
            node => IsPart(node) && node.RawKind == first.RawKind && !node.Span.IntersectsWith(first.Span)
        );
        return second is null
            ? null
            : root.GetText()
                .WithChanges(
                    new[] { new TextChange(first.Span, $"{second}"), new TextChange(second.Span, $"{first}") }.OrderBy(
                        c => c.Span.Start
                    )
                )
                .ToString();
    }

    private static bool IsPart(SyntaxNode node) =>
        node
            is StatementSyntax
                or MemberDeclarationSyntax
                or ParameterSyntax
                or ArgumentSyntax
                or AttributeListSyntax
                or AttributeArgumentSyntax
                or TypeParameterConstraintClauseSyntax
                or TypeParameterSyntax
                or UsingDirectiveSyntax
                or ParameterListSyntax
                or BlockSyntax
                or ArrowExpressionClauseSyntax;
}
