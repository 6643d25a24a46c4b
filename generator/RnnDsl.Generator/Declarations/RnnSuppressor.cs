using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnDsl.Generator.Declarations.Language;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Suppresses C# warnings about the fields and methods of a declared class while its generated half is missing, because the
/// declaration has an error: the error suffices.
/// </summary>
[DiagnosticAnalyzer(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class RnnSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableArray<SuppressionDescriptor> Descriptors =
    [
        .. new[] { "CS0169", "CS0414", "CS0649", "CS8618", "IDE0044", "IDE0051", "IDE0052", "CA1823" }.Select(
            id => new SuppressionDescriptor(
                "RNNS" + id,
                id,
                "The generator initializes the fields of a declared class and runs its equations"
            )
        ),
    ];

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => Descriptors;

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree && IsDeclared(diagnostic, tree, context))
            {
                var descriptor = Descriptors.First(d => d.SuppressedDiagnosticId == diagnostic.Id);
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }

    private static bool IsDeclared(Diagnostic diagnostic, SyntaxTree tree, SuppressionAnalysisContext context)
    {
        var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        var symbol = context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken);
        return symbol?.ContainingType?.DeclaredKind() != null;
    }
}
