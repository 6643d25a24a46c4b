using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Declarations.Model;

namespace RnnDsl.Generator.Declarations;

/// <summary>Lowers every declared class of a compilation, against the members that are going to be generated.</summary>
public static class CompilationLowering
{
    public static ImmutableArray<Declaration> Lower(
        Compilation compilation,
        ImmutableArray<Signature> signatures,
        CancellationToken cancel
    )
    {
        if (signatures.IsEmpty || compilation.SyntaxTrees.FirstOrDefault()?.Options is not CSharpParseOptions options)
        {
            return [];
        }

        var stubs = CSharpSyntaxTree.ParseText(
            StubPrinter.Print(signatures),
            options,
            StubPrinter.Path,
            cancellationToken: cancel
        );
        var session = new Session(compilation.AddSyntaxTrees(stubs), cancel);
        return
        [
            .. signatures
                // Nothing can be generated into a class that is not partial, and the analyzer says so.
                .Where(s => s.Headers.Count > 0)
                .Select(s => s.Id)
                .Distinct(StringComparer.Ordinal)
                .Select(session.Find)
                .OfType<INamedTypeSymbol>()
                .Select(type => ClassLowering.Lower(type, session)?.Declaration)
                .OfType<Declaration>(),
        ];
    }
}
