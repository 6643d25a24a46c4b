using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>The equations as the user wrote them, without comments and line breaks: an edit of those does not change the text.</summary>
public static class StatementText
{
    public static EquatableArray<string> Of(IMethodSymbol method, CancellationToken cancel) =>
        method.DeclaringSyntaxReferences[0].GetSyntax(cancel) switch
        {
            MethodDeclarationSyntax { Body: { } block } => block.Statements.Select(Line).ToEquatableArray(),
            MethodDeclarationSyntax { ExpressionBody: { } arrow } => new[]
            {
                "return " + Line(arrow.Expression) + ";",
            }.ToEquatableArray(),
            _ => EquatableArray<string>.Empty,
        };

    private static string Line(SyntaxNode node) =>
        node.ReplaceTrivia(node.DescendantTrivia(descendIntoTrivia: true), (_, _) => default)
            .NormalizeWhitespace(indentation: "", eol: " ")
            .ToString();
}
