using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Reports what is wrong with a declaration. It lowers the class exactly as the generator does; being an analyzer, it obeys
/// <c>#pragma</c> and editorconfig, and its locations keep nothing from being cached.
/// </summary>
[DiagnosticAnalyzer(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class RnnAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.All];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.DeclaredKind() == null)
        {
            return;
        }

        var session = new Session(context.Compilation, context.CancellationToken);
        if (ClassLowering.Lower(type, session) is not { } lowered)
        {
            return;
        }

        if (!lowered.Declaration.HasErrors)
        {
            LateErrors.Report(type, lowered, session);
        }

        foreach (var diagnostic in lowered.Findings.Diagnostics)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
