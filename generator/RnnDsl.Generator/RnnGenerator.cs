using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Emit;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Scheduling;
using Language = RnnDsl.Generator.Declarations.LanguageNames;

namespace RnnDsl.Generator;

/// <summary>
/// The table of contents. Each stage is a folder; data only flows down. The compilation is read in the first two stages; the
/// models behind them hold neither symbols nor locations, so that an edit which changes no equation ends there. Errors are
/// reported by <see cref="RnnAnalyzer"/>.
/// </summary>
[Generator(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class RnnGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Which members each attributed class will have: bodies of the same compilation call them.
        var signatures = Join(
            Signatures(context, Language.Cell),
            Signatures(context, Language.Layer),
            Signatures(context, Language.Training),
            Signatures(context, Language.Functions)
        );

        // Each class becomes a graph per method.
        var declarations = context
            .CompilationProvider.Combine(signatures)
            .SelectMany(static (input, cancel) => CompilationLowering.Lower(input.Left, input.Right, cancel))
            .WithTrackingName("Lowering");

        // Calls are replaced by the bodies of children and functions: one graph for each declaration.
        var linked = declarations
            .Combine(declarations.Collect())
            .Select(static (pair, _) => Resolution.Run(pair.Left, pair.Right))
            .WithTrackingName("Resolution")
            .Select(static (unit, _) => LinkStage.Run(unit.Declaration, unit.Needed))
            .WithTrackingName("Linking");

        // A training's loss gets its gradients.
        var differentiated = linked
            .Select(static (declaration, _) => DifferentiationStage.Run(declaration))
            .WithTrackingName("Differentiation");

        // Products are grouped into stages, the rest fused into them; buffers are planned.
        var scheduled = differentiated
            .Select(static (declaration, _) => SchedulingStage.Run(declaration))
            .WithTrackingName("Scheduling");

        // Who references RnnDsl.Torch has the classes on tensors too.
        var torch = context.CompilationProvider.Select(static (compilation, _) => HasTorch(compilation));
        context.RegisterSourceOutput(
            scheduled.Combine(torch),
            static (output, pair) => Print(output, pair.Left, pair.Right)
        );
    }

    private static bool HasTorch(Compilation compilation) =>
        compilation.GetTypeByMetadataName("RnnDsl.Torch.TensorMemory") is not null;

    private static void Print(SourceProductionContext output, ScheduledDeclaration declaration, bool torch)
    {
        foreach (var file in ClassPrinter.Print(declaration, torch))
        {
            output.AddSource(file.Hint, file.Text);
        }
    }

    private static IncrementalValueProvider<ImmutableArray<Signature>> Signatures(
        IncrementalGeneratorInitializationContext context,
        string attribute
    ) =>
        context
            .SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (match, cancel) => SignatureReader.Read((INamedTypeSymbol)match.TargetSymbol, cancel)
            )
            .WithTrackingName("Signatures")
            .Collect();

    private static IncrementalValueProvider<ImmutableArray<Signature>> Join(
        params IncrementalValueProvider<ImmutableArray<Signature>>[] kinds
    ) => kinds.Aggregate((all, next) => all.Combine(next).Select(static (pair, _) => pair.Left.AddRange(pair.Right)));
}
