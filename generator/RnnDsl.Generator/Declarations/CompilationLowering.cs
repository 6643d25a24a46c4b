using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;

namespace RnnDsl.Generator.Declarations;

/// <summary>Lowers every declared class of a compilation, against the members that are going to be generated.</summary>
public static class CompilationLowering
{
    public static ImmutableArray<Lowered> Lower(
        Compilation compilation,
        ImmutableArray<Signature> signatures,
        LoweringMemo memo,
        CancellationToken cancel
    )
    {
        if (signatures.IsEmpty || compilation.SyntaxTrees.FirstOrDefault()?.Options is not CSharpParseOptions options)
        {
            return [];
        }

        var found = new Session(compilation, cancel);
        var classes = signatures
            .GroupBy(signature => signature.Id, StringComparer.Ordinal)
            .Select(same => (Type: found.Find(same.Key, same.First().Name), Signature: same.First()))
            .Where(pair => pair.Type is not null)
            .ToList();
        var failures = classes.ToDictionary(
            pair => pair.Signature.Id,
            pair => pair.Signature.Failure,
            StringComparer.Ordinal
        );
        // The compilation that binds bodies is made lazily: making it costs more than the rest.
        var session = new Lazy<Session>(() => WithStubs(compilation, signatures, options, cancel));
        return memo.Lower(
            compilation,
            [.. classes.Select(pair => pair.Type!)],
            type =>
                session.Value.Find(type.MetadataId(), type.Name) is { } bound
                    ? ClassLowering.Lower(bound, session.Value, failures[type.MetadataId()])
                    : null
        );
    }

    private static Session WithStubs(
        Compilation compilation,
        ImmutableArray<Signature> signatures,
        CSharpParseOptions options,
        CancellationToken cancel
    )
    {
        var stubs = CSharpSyntaxTree.ParseText(
            StubPrinter.Print(signatures),
            options,
            StubPrinter.Path,
            cancellationToken: cancel
        );
        return new Session(compilation.AddSyntaxTrees(stubs), cancel);
    }
}
