using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Reports classes that the generator left to the compiler, if the whole compilation, with the code of all generators, has no error.
/// </summary>
[DiagnosticAnalyzer(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class UncompiledAnalyzer : DiagnosticAnalyzer
{
    private const string Unexplained =
        "the generator expected an error of the compiler in it, and there is none. This is an error of RnnDsl; please report it, with "
        + "the declaration.";
    private const string Instead =
        "a generator does not see what another one writes, so write that part by hand or in another project";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rules.Uncompiled];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Report);
    }

    private static void Report(CompilationAnalysisContext context)
    {
        var compilation = context.Compilation;
        var left = compilation
            .Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.MetadataId() == DslNames.Uncompiled)
            .ToList();
        if (left.Count == 0 || HasErrors(compilation, context.CancellationToken))
        {
            return;
        }

        foreach (var attribute in left)
        {
            var name = attribute.ConstructorArguments[0].Value as string ?? "";
            var error = attribute.ConstructorArguments[1].Value as string ?? "";
            var type = compilation.Assembly.GetTypeByMetadataName(name);
            var why =
                error.Length == 0 ? Unexplained : $"when the generator read it, the compiler said '{error}'; {Instead}";
            var at = type?.NameToken(context.CancellationToken) ?? Location.None;
            context.ReportDiagnostic(Diagnostic.Create(Rules.Uncompiled, at, type?.Name ?? name, why));
        }
    }

    private static bool HasErrors(Compilation compilation, CancellationToken cancel) =>
        compilation.GetDiagnostics(cancel).Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
