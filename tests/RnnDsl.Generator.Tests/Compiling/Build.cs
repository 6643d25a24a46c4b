using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RnnDsl.Generator.Declarations;

namespace RnnDsl.Generator.Tests.Compiling;

/// <summary>A project that was compiled with the generator: its files, and all diagnostics.</summary>
/// <param name="Compilation">The user's files and the generated ones.</param>
/// <param name="Run">The generator's run.</param>
/// <param name="Said">Warnings and errors, of the compiler and the generator, in the order of the sources.</param>
internal sealed record Build(Compilation Compilation, GeneratorRunResult Run, IReadOnlyList<Diagnostic> Said)
{
    public static Build Of(params string[] sources) => Of(Compilations.Of(sources));

    public static Build Of(CSharpCompilation project)
    {
        var driver = Compilations
            .Driver(new RnnGenerator())
            .RunGeneratorsAndUpdateCompilation(project, out var compilation, out var fromGenerator);
        var suppressed = compilation
            .WithAnalyzers([new RnnSuppressor(), new UncompiledAnalyzer()])
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken)
            .GetAwaiter()
            .GetResult();
        return new Build(
            compilation,
            driver.GetRunResult().Results[0],
            [
                .. suppressed
                    .Concat(fromGenerator)
                    .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)
                    .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                    .ThenBy(d => d.Location.SourceSpan.Start),
            ]
        );
    }

    /// <summary>The numbers of everything said.</summary>
    public IEnumerable<string> Ids => Said.Select(d => d.Id);

    /// <summary>What the compiler says of the user's own files.</summary>
    public IReadOnlyList<Diagnostic> OfUser => [.. OfCompiler.Where(d => !IsGenerated(d))];

    /// <summary>What the compiler says of generated files.</summary>
    public IReadOnlyList<Diagnostic> OfGenerated => [.. OfCompiler.Where(IsGenerated)];

    /// <summary>The names of the generated files.</summary>
    public ImmutableArray<string> Files => [.. Run.GeneratedSources.Select(source => source.HintName)];

    private IEnumerable<Diagnostic> OfCompiler => Said.Where(d => d.Id.StartsWith("CS", StringComparison.Ordinal));

    /// <summary>
    /// Asserts that the generator did not throw, and that it adds no error to a project: none if the user's code has none, and
    /// at most one if the user's code has some.
    /// </summary>
    public Build AssertSound()
    {
        Assert.Null(Run.Exception);
        Assert.DoesNotContain(Said, d => d.Id is "RNN042" or "AD0001" or "CS8785");
        var allowed = OfUser.Any(d => d.Severity == DiagnosticSeverity.Error) ? 1 : 0;
        Assert.True(OfGenerated.Count <= allowed, ToString());
        return this;
    }

    /// <summary>Whether a class has generated members that compute, and so a program.</summary>
    public bool Lives(string id) => Files.Any(file => file == id + ".Predict.g.cs" || file == id + ".Forward.g.cs");

    public override string ToString() => string.Join('\n', Said.Select(d => d.ToString()));

    private bool IsGenerated(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && Run.GeneratedSources.Any(source => source.SyntaxTree == tree);
}
