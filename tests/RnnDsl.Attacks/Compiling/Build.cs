using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnDsl.Generator;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Attacks.Compiling;

/// <summary>The result of building a user's project: the compilation with the generated files, and all diagnostics.</summary>
/// <param name="Compilation">The user's files and the generated ones.</param>
/// <param name="Said">Warnings and errors of the compiler, the generator.</param>
internal sealed record Build(Compilation Compilation, IReadOnlyList<Diagnostic> Said)
{
    private static readonly CSharpGeneratorDriver driver = CSharpGeneratorDriver.Create(
        [new RnnGenerator().AsSourceGenerator()],
        parseOptions: Compilations.ParseOptions
    );

    /// <summary>Builds these files with the generator; the first is <c>Test0.cs</c>.</summary>
    /// <param name="sources">The user's files.</param>
    /// <param name="cancel">Cancels a build that takes too long.</param>
    public static Build Of(IReadOnlyList<string> sources, CancellationToken cancel = default)
    {
        var (compilation, fromGenerator) = Generate(sources, cancel);
        // Sequentially, since this program does other work concurrently.
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false
        );
        var all = compilation
            .WithAnalyzers([new RnnSuppressor(), new UncompiledAnalyzer()], options)
            .GetAllDiagnosticsAsync(cancel)
            .GetAwaiter()
            .GetResult();
        return new(compilation, Loud(all.Concat(fromGenerator)));
    }

    /// <summary>
    /// Builds these files without the analyzers, which take most of the time: a class with an error of the language has members that
    /// throw.
    /// </summary>
    public static Build WithoutAnalyzers(IReadOnlyList<string> sources)
    {
        var (compilation, fromGenerator) = Generate(sources, default);
        return new(compilation, Loud(compilation.GetDiagnostics().Concat(fromGenerator)));
    }

    /// <summary>Whether a diagnostic is in a file that the generator wrote.</summary>
    public static bool IsInGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    private static (Compilation, IEnumerable<Diagnostic>) Generate(
        IReadOnlyList<string> sources,
        CancellationToken cancel
    )
    {
        driver.RunGeneratorsAndUpdateCompilation(
            Compilations.Of([.. sources]),
            out var compilation,
            out var said,
            cancel
        );
        return (compilation, said);
    }

    // RNN037 warns of a valid construct that random programs contain: the last step of a sequence that is read from the end.
    private static List<Diagnostic> Loud(IEnumerable<Diagnostic> said) =>
        [.. said.Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && d.Id != "RNN037")];
}
