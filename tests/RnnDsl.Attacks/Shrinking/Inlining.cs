using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Attacks.Shrinking;

/// <summary>Inlines locals that are used once or twice.</summary>
internal static class Inlining
{
    public static IEnumerable<Reduction> Of(SyntaxNode root)
    {
        foreach (var statement in root.DescendantNodes().OfType<LocalDeclarationStatementSyntax>())
        {
            if (
                statement is
                { Parent: BlockSyntax block, Declaration.Variables: [{ Initializer.Value: { } value } local] }
            )
            {
                var uses = block
                    .DescendantNodes()
                    .OfType<IdentifierNameSyntax>()
                    .Where(name => name.Identifier.Text == local.Identifier.Text)
                    .ToList();
                if (uses.Count is 1 or 2)
                {
                    yield return new([
                        new TextChange(statement.FullSpan, ""),
                        .. uses.Select(use => new TextChange(use.Span, Text(value))),
                    ]);
                }
            }
        }
    }

    private static string Text(ExpressionSyntax value) =>
        value is IdentifierNameSyntax or ParenthesizedExpressionSyntax or InvocationExpressionSyntax
            ? $"{value}"
            : $"({value})";
}
