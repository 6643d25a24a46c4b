using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Attacks.Mutants;

/// <summary>The valid sources of the repository, from tests, samples and README. A mutant is derived from one of them.</summary>
internal static class Bases
{
    private static readonly string[] attributes = ["[Cell]", "[Layer]", "[Training", "[Functions]"];

    /// <summary>All of them: the source that is mutated, and the files that it needs.</summary>
    public static IReadOnlyList<Base> All { get; } = [.. Read()];

    private static IEnumerable<Base> Read()
    {
        var assembly = typeof(Bases).Assembly;
        var folders = assembly
            .GetManifestResourceNames()
            .Order(StringComparer.Ordinal)
            .GroupBy(name => name[..name.LastIndexOf('/')], name => Text(name), StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var files = folder.Key.EndsWith("..", StringComparison.Ordinal)
                ? [.. folder.SelectMany(Blocks)]
                : folder.ToList();
            foreach (var file in files.Where(IsDeclaration))
            {
                yield return new(file, Needed(file, files));
            }
        }
    }

    private static bool IsDeclaration(string source) =>
        attributes.Any(attribute => source.Contains(attribute, StringComparison.Ordinal));

    private static string Text(string resource)
    {
        using var stream = typeof(Bases).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Blocks(string markdown) =>
        markdown.Split("```csharp\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]);

    // The files that declare what a source names, and what those name.
    private static List<string> Needed(string source, List<string> files)
    {
        var needed = new List<string>();
        var queue = new Queue<string>([source]);
        while (queue.TryDequeue(out var next))
        {
            var names = Names(next);
            foreach (
                var file in files.Where(f => f != source && !needed.Contains(f) && Declared(f).Any(names.Contains))
            )
            {
                needed.Add(file);
                queue.Enqueue(file);
            }
        }

        return needed;
    }

    private static HashSet<string> Names(string source) =>
        Parse(source)
            .DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.Text)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Declared(string source) =>
        Parse(source).DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text);

    private static CompilationUnitSyntax Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, Compilations.ParseOptions).GetCompilationUnitRoot();
}
