using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>
/// The operators that C# has for conditions, and what to write for them. A comparison of values is a mask of ones and zeros, and masks
/// are numbers; computed numbers are seldom equal.
/// </summary>
public static class ConditionOperators
{
    private const string Masks = "masks are ones and zeros: write ";

    /// <summary>The operator and its operands; null where the expression has none of these operators.</summary>
    public static (SyntaxToken Operator, ExpressionSyntax[] Operands)? Read(SyntaxNode? node) =>
        node switch
        {
            BinaryExpressionSyntax binary when Instead(binary.OperatorToken.Text, "", "") is not null => (
                binary.OperatorToken,
                [binary.Left, binary.Right]
            ),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => (
                not.OperatorToken,
                [not.Operand]
            ),
            _ => null,
        };

    /// <summary>What to write; null where the expression has none of these operators.</summary>
    public static string? Instead(SyntaxNode? node) =>
        Read(node) is var (symbol, operands)
            ? Instead(symbol.Text, Factor(operands[0]), Factor(operands[operands.Length - 1]))
            : null;

    private static string? Instead(string symbol, string a, string b) =>
        symbol switch
        {
            "==" => $"computed numbers are seldom equal: 'Abs({a} - {b}) < 1e-6f' is a mask of those that nearly are",
            "!=" =>
                $"computed numbers are seldom equal: 'Abs({a} - {b}) >= 1e-6f' is a mask of those that clearly differ",
            "&" or "&&" => $"{Masks}'{a} * {b}'",
            "|" or "||" => $"{Masks}'Max({a}, {b})'",
            "^" => $"{Masks}'Abs({a} - {b})'",
            "!" => $"{Masks}'1 - {a}'",
            _ => null,
        };

    private static string Factor(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax ? "(" + expression.ToString() + ")" : expression.ToString();
}
