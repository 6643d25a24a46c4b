using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnDsl.Generator.Declarations;

/// <summary>Lowers every declared class of a compilation, against the members that are going to be generated.</summary>
public static class CompilationLowering
{
    public static ImmutableArray<Lowered> Lower(
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
                .GroupBy(signature => signature.Id, StringComparer.Ordinal)
                .Select(same => (Type: session.Find(same.Key, same.First().Name), same.First().Failure))
                .Where(found => found.Type is not null)
                .Select(found => ClassLowering.Lower(found.Type!, session, found.Failure))
                .OfType<Lowered>(),
        ];
    }
}
