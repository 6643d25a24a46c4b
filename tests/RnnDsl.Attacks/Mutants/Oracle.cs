using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Attacks.Compiling;
using RnnDsl.Attacks.Running;
using RnnDsl.Generator.Declarations.Language;

namespace RnnDsl.Attacks.Mutants;

/// <summary>
/// The invariants of any source: the generator and the analyzers do not throw and end soon; there is no error or warning in generated
/// files where the user's own files have no error of C#, and at most one error where they have one; a class without diagnostics has a program.
/// </summary>
internal static class Oracle
{
    private const double MostSeconds = 5;
    private static readonly TimeSpan end = TimeSpan.FromMinutes(2);

    // The first builds of a process are always slow.
    private static int warmUp = 3;

    public static Finding? Find(Base mutant)
    {
        using var cancel = new CancellationTokenSource(end);
        var before = Environment.CpuUsage.TotalTime;
        Build build;
        try
        {
            build = Build.Of([mutant.Source, .. mutant.Others], cancel.Token);
        }
        catch (OperationCanceledException)
        {
            return new("it never ends", $"It has not ended after {end.TotalMinutes:F0} minutes.", IsSlow: true);
        }

        var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        if (seconds > MostSeconds && --warmUp < 0)
        {
            return new(
                "it takes long",
                string.Create(CultureInfo.InvariantCulture, $"It took {seconds:F1} s."),
                IsSlow: true
            );
        }

        return Thrown(build) ?? InGenerated(build) ?? Silence(build);
    }

    private static Finding? Thrown(Build build) =>
        build.Said.FirstOrDefault(said => said.Id is "CS8785" or "CS8784" or "AD0001") is { } thrown
            ? new(Thrown(thrown), $"{thrown}")
            : null;

    // The message is Roslyn's; the stack below it names the method that threw.
    private static string Thrown(Diagnostic said)
    {
        var lines = $"{said}\n{said.Descriptor.Description}".Split('\n').Select(line => line.Trim()).ToList();
        var exception = lines.Find(line => line.Contains("Exception:", StringComparison.Ordinal)) ?? lines[0];
        var frame = lines.Find(line => line.StartsWith("at RnnDsl.", StringComparison.Ordinal)) ?? "";
        return $"{said.Id} {MessageShape.Of(exception)} {frame.Split(" in ")[0].Split('(')[0]}";
    }

    private static Finding? InGenerated(Build build)
    {
        var inGenerated = build.Said.Where(Build.IsInGenerated).ToList();
        var errors = inGenerated.Where(said => said.Severity == DiagnosticSeverity.Error).ToList();
        var isUsers = build.Said.Any(said =>
            said.Severity == DiagnosticSeverity.Error
            && said.Id.StartsWith("CS", StringComparison.Ordinal)
            && !Build.IsInGenerated(said)
        );
        var isWrong = isUsers ? errors.Count > 1 : inGenerated.Count > 0;
        if (!isWrong)
        {
            return null;
        }

        var first = errors.FirstOrDefault() ?? inGenerated[0];
        var isRefused = build.Said.Any(said =>
            said.Id.StartsWith("RNN", StringComparison.Ordinal) && said.Severity == DiagnosticSeverity.Error
        );
        var beside =
            isUsers ? "beside errors of C#"
            : isRefused ? "beside errors of the language"
            : "and nowhere else";
        var file = string.Join('.', Path.GetFileName(first.Location.SourceTree!.FilePath).Split('.')[^3..]);
        return new(
            $"{first.Id} in {file}, {beside}: {MessageShape.Of(first.GetMessage(CultureInfo.InvariantCulture))}",
            string.Join('\n', build.Said.Take(6))
        );
    }

    /// <summary>A declared class that is neither compiled nor has an error.</summary>
    private static Finding? Silence(Build build)
    {
        if (build.Said.Any(said => said.Severity == DiagnosticSeverity.Error))
        {
            return null;
        }

        foreach (var tree in build.Compilation.SyntaxTrees)
        {
            var model = build.Compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                if (
                    model.GetDeclaredSymbol(node) is INamedTypeSymbol type
                    && type.DeclaredKind() is { } kind
                    && type.Attribute("RnnDsl.DefinitionAttribute") is null
                )
                {
                    return new(
                        $"a {kind} is not compiled, and nothing is said",
                        $"Nothing is generated for {type}, and nothing is said."
                    );
                }
            }
        }

        return null;
    }
}
