using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RnnDsl.Attacks.Shrinking;

/// <summary>Names that become others everywhere: of two dims one, and of a cell the simplest.</summary>
internal static class Merging
{
    private static readonly string[] cells =
    [
        "Lstm",
        "Gru",
        "PeepholeLstm",
        "LayerNormLstm",
        "GruResetAfter",
        "ReluRnn",
        "SigmoidRnn",
    ];

    public static IEnumerable<Reduction> Of(SyntaxNode root)
    {
        var names = root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .ToLookup(t => t.Text);
        var dims = root.DescendantNodes().OfType<StructDeclarationSyntax>().ToList();
        foreach (var dim in dims)
        {
            foreach (var other in dims.Where(other => other != dim))
            {
                yield return new([
                    new TextChange(dim.FullSpan, ""),
                    .. names[dim.Identifier.Text]
                        .Where(token => !dim.FullSpan.Contains(token.Span))
                        .Select(token => new TextChange(token.Span, other.Identifier.Text)),
                ]);
            }
        }

        foreach (var cell in cells.Where(names.Contains))
        {
            yield return new([.. names[cell].Select(token => new TextChange(token.Span, "SimpleRnn"))]);
        }

        foreach (
            var cat in root.DescendantNodes().OfType<GenericNameSyntax>().Where(name => name.Identifier.Text == "Cat")
        )
        {
            var same = root.DescendantNodes()
                .OfType<GenericNameSyntax>()
                .Where(name => name.ToString() == cat.ToString());
            yield return new([
                .. same.Select(name => new TextChange(name.Span, $"{cat.TypeArgumentList.Arguments[0]}")),
            ]);
        }
    }
}
