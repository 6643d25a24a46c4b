using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnDsl.Attacks.Shrinking;

/// <summary>The ways to make a source smaller: parts that go, and expressions that become one of their operands.</summary>
internal static class Reductions
{
    private static readonly string[] plain = ["1f", "x"];

    /// <summary>All of them, those that save most first.</summary>
    public static IReadOnlyList<Reduction> Of(SyntaxNode root) =>
        [
            .. root.DescendantNodes()
                .SelectMany(OfNode)
                .Concat(Arguments.Of(root))
                .Concat(Inlining.Of(root))
                .Concat(Merging.Of(root))
                .Where(reduction => reduction.Saved >= 0)
                .OrderByDescending(reduction => reduction.Saved),
        ];

    private static IEnumerable<Reduction> OfNode(SyntaxNode node) =>
        node switch
        {
            MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax => [new(node.FullSpan)],
            AttributeListSyntax or UsingDirectiveSyntax or BaseListSyntax or TypeParameterConstraintClauseSyntax =>
            [
                new(node.FullSpan),
            ],
            AttributeArgumentSyntax argument => InList(argument),
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: > 1 } } variable => InList(
                variable
            ),
            StatementSyntax { Parent: BlockSyntax } => [new(node.FullSpan)],
            ExpressionSyntax expression when IsValue(expression) => OfExpression(expression),
            _ => [],
        };

    private static IEnumerable<Reduction> OfExpression(ExpressionSyntax expression)
    {
        foreach (var operand in Operands(expression, depth: 3))
        {
            yield return new(expression.Span, operand.ToString());
        }

        if (expression is not (LiteralExpressionSyntax or IdentifierNameSyntax))
        {
            foreach (var name in plain.Concat(Parameters(expression)).Distinct(StringComparer.Ordinal))
            {
                yield return new(expression.Span, name);
            }
        }
        else if (
            expression is LiteralExpressionSyntax { Token.Text: not ("1f" or "1") } literal
            && literal.IsKind(SyntaxKind.NumericLiteralExpression)
        )
        {
            yield return new(expression.Span, "1f"[..Math.Min(2, expression.Span.Length)]);
        }
    }

    private static IEnumerable<string> Parameters(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ParameterList.Parameters.Select(p => p.Identifier.Text)
        ?? [];

    private static IEnumerable<ExpressionSyntax> Operands(SyntaxNode node, int depth) =>
        depth == 0
            ? []
            : node.ChildNodes()
                .SelectMany(child =>
                    child is ExpressionSyntax expression && IsValue(expression)
                        ? Operands(child, depth - 1).Prepend(expression)
                        : Operands(child, child is ArgumentListSyntax or ArgumentSyntax ? depth : depth - 1)
                );

    // Names of types and methods are expressions to the parser.
    private static bool IsValue(ExpressionSyntax expression) =>
        expression is not (TypeSyntax and not IdentifierNameSyntax)
        && expression.Parent
            is not (
                TypeArgumentListSyntax
                or VariableDeclarationSyntax
                or ParameterSyntax
                or MethodDeclarationSyntax
                or TypeConstraintSyntax
                or NameColonSyntax
                or NameEqualsSyntax
                or AttributeSyntax
                or BaseNamespaceDeclarationSyntax
                or SimpleBaseTypeSyntax
            )
        && !(
            expression.Parent is InvocationExpressionSyntax call
            && call.Expression == expression
            && expression is IdentifierNameSyntax
        )
        && !(expression.Parent is MemberAccessExpressionSyntax access && access.Name == expression);

    private static IEnumerable<Reduction> InList(SyntaxNode item)
    {
        // With the comma behind it, or the one before.
        var (before, after) = (item.GetFirstToken().GetPreviousToken(), item.GetLastToken().GetNextToken());
        var start =
            after.IsKind(SyntaxKind.CommaToken) || !before.IsKind(SyntaxKind.CommaToken)
                ? item.SpanStart
                : before.SpanStart;
        var end = after.IsKind(SyntaxKind.CommaToken) ? after.Span.End : item.Span.End;
        yield return new(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, end));
    }
}
