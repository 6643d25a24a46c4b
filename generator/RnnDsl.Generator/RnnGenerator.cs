using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Declarations.Model;

namespace RnnDsl.Generator;

/// <summary>
/// The table of contents. Each stage is a folder; data only flows down. The compilation is read in two stages,
/// <c>Signatures</c> and <c>Lowering</c>; the models behind them hold neither symbols nor locations, so that an edit which
/// changes no equation ends there.
/// </summary>
[Generator(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class RnnGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var signatures = Collect(
            Signatures(context, Declarations.LanguageNames.Cell),
            Signatures(context, Declarations.LanguageNames.Layer),
            Signatures(context, Declarations.LanguageNames.Training),
            Signatures(context, Declarations.LanguageNames.Functions)
        );

        var declarations = context
            .CompilationProvider.Combine(signatures)
            .SelectMany((input, cancel) => CompilationLowering.Lower(input.Left, input.Right, cancel))
            .WithTrackingName("Lowering");

        context.RegisterSourceOutput(declarations, static (_, _) => { });
    }

    private static IncrementalValueProvider<ImmutableArray<Signature>> Signatures(
        IncrementalGeneratorInitializationContext context,
        string attribute
    ) =>
        context
            .SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (_, _) => true,
                static (match, cancel) => SignatureReader.Read((INamedTypeSymbol)match.TargetSymbol, cancel)
            )
            .WithTrackingName("Signatures")
            .Collect();

    private static IncrementalValueProvider<ImmutableArray<Signature>> Collect(
        params IncrementalValueProvider<ImmutableArray<Signature>>[] kinds
    ) => kinds.Aggregate((all, next) => all.Combine(next).Select((pair, _) => pair.Left.AddRange(pair.Right)));
}
