using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnDsl.Architecture;

/// <summary>
/// Which source file uses which: a name in one that means a type, or a member of a type, that another one declares. Usings do not
/// count, and a type that is found without a using does.
/// </summary>
internal static class SourceUses
{
    /// <summary>Every use between two files below a folder, with paths relative to it.</summary>
    public static (IReadOnlyList<string> Files, IReadOnlyList<SourceUse> Uses) Read(string root)
    {
        var trees = SourceFiles.OfCode(root).Select(file => Parse(root, file)).ToList();
        var compilation = CSharpCompilation.Create(
            "rooms",
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings)],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)
        );
        return (
            [.. trees.Select(tree => tree.FilePath)],
            [.. trees.SelectMany(tree => Uses(compilation.GetSemanticModel(tree)))]
        );
    }

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static SyntaxTree Parse(string root, string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(root, file)), path: file);

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("RnnDsl", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<SourceUse> Uses(SemanticModel model) =>
        from name in model
            .SyntaxTree.GetRoot()
            .DescendantNodes(node => node is not UsingDirectiveSyntax)
            .OfType<SimpleNameSyntax>()
        let found = model.GetSymbolInfo(name)
        let symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault()
        let type = DeclaringType(symbol)
        let file = type?.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath
        where !string.IsNullOrEmpty(file) && file != model.SyntaxTree.FilePath
        select new SourceUse(
            model.SyntaxTree.FilePath,
            name.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
            file,
            symbol is INamedTypeSymbol ? type.Name : $"{type.Name}.{symbol!.Name}"
        );

    private static INamedTypeSymbol? DeclaringType(ISymbol? symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            IMethodSymbol { ReducedFrom: { } extension } => extension.ContainingType,
            IMethodSymbol or IPropertySymbol or IFieldSymbol => symbol.ContainingType?.OriginalDefinition,
            _ => null,
        };
}
