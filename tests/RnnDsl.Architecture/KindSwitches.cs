using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnDsl.Architecture;

/// <summary>
/// Finds where a source tells some kinds of a type from each other by patterns: an arm of a switch, or one of several patterns
/// joined by <c>or</c>. A new kind falls through them in silence, where a visitor does not compile.
/// </summary>
public static class KindSwitches
{
    /// <param name="source">The text of a source file.</param>
    /// <param name="kinds">The names of the kinds.</param>
    /// <returns>Line and kinds of each place.</returns>
    public static IEnumerable<string> Find(string source, IReadOnlyCollection<string> kinds) =>
        from node in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
        let arms = Arms(node)
        where arms.Any()
        let named = arms.SelectMany(Types).Where(kinds.Contains).Distinct().ToList()
        where named.Count > (node is BinaryPatternSyntax ? 1 : 0)
        let line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1
        select $"{line}: {string.Join(", ", named)}";

    private static IEnumerable<SyntaxNode> Arms(SyntaxNode node) =>
        node switch
        {
            SwitchStatementSyntax statement => statement
                .Sections.SelectMany(section => section.Labels)
                .Select(label =>
                    label switch
                    {
                        CasePatternSwitchLabelSyntax pattern => (SyntaxNode)pattern.Pattern,
                        CaseSwitchLabelSyntax constant => constant.Value,
                        _ => null,
                    }
                )
                .OfType<SyntaxNode>(),
            SwitchExpressionSyntax expression => expression.Arms.Select(arm => arm.Pattern),
            BinaryPatternSyntax { Parent: not BinaryPatternSyntax } either when either.IsKind(SyntaxKind.OrPattern) =>
            [
                either,
            ],
            _ => [],
        };

    // A name that a pattern tests for is a type or a constant; the value of a property is a pattern inside, and counts too.
    private static IEnumerable<string> Types(SyntaxNode arm) =>
        arm.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text);
}
