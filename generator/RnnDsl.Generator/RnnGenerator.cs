using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Declarations.Checks;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Members;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;
using Language = RnnDsl.Generator.Declarations.Language.DslNames;

namespace RnnDsl.Generator;

/// <summary>
/// The table of contents. Each stage is a folder; data only flows down. The compilation is read in the first two stages; the
/// models behind them hold neither symbols nor locations, so that an edit which changes no equation ends there. Each stage has a
/// guard for each declaration: an error of the generator is one diagnostic at that class, and the others keep their code.
/// </summary>
[Generator(Microsoft.CodeAnalysis.LanguageNames.CSharp)]
public sealed class RnnGenerator : IIncrementalGenerator
{
    private readonly LoweringMemo memo;
    private readonly EquatableArray<Target> targets;

    public RnnGenerator()
        : this(new LoweringMemo()) { }

    /// <param name="memo">What was lowered before.</param>
    internal RnnGenerator(LoweringMemo memo)
        : this(memo, TargetList.All) { }

    /// <param name="memo">What was lowered before.</param>
    /// <param name="targets">What programs are planned and printed for.</param>
    internal RnnGenerator(LoweringMemo memo, EquatableArray<Target> targets) =>
        (this.memo, this.targets) = (memo, targets);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Which members each attributed class will have: bodies of the same compilation call them.
        var signatures = Join(
            Signatures(context, Language.Cell),
            Signatures(context, Language.Layer),
            Signatures(context, Language.Training),
            Signatures(context, Language.Functions)
        );

        // Each class becomes a graph per method; a class with the same surroundings reuses the graphs of the run before. Diagnostics
        // do not travel in the model.
        var lowered = context
            .CompilationProvider.Combine(signatures)
            .SelectMany((input, cancel) => CompilationLowering.Lower(input.Left, input.Right, memo, cancel));
        var declarations = lowered.Select(static (found, _) => found.Declaration).WithTrackingName("Lowering");

        // Calls are replaced by the bodies of children and functions: one graph for each declaration.
        var resolved = declarations
            .Combine(declarations.Collect())
            .Select(static (pair, _) => GuardedStages.Resolve(pair.Left, pair.Right))
            .WithTrackingName("Resolution");
        var linked = resolved.Select(static (one, _) => GuardedStages.Link(one)).WithTrackingName("Linking");

        // A training's loss gets its gradients.
        var differentiated = linked
            .Select(static (declaration, _) => GuardedStages.Differentiate(declaration))
            .WithTrackingName("Differentiation");

        // What the project's classes are printed for.
        var applied = context
            .CompilationProvider.Select(
                (compilation, _) => targets.Where(target => target.AppliesTo(compilation)).ToEquatableArray()
            )
            .WithTrackingName("Targets");

        // For each target: products are grouped into stages, the rest is fused into them, and buffers are planned.
        var scheduled = differentiated
            .Combine(applied)
            .Select(static (pair, _) => GuardedStages.Schedule(pair.Left, pair.Right))
            .WithTrackingName("Scheduling");

        var printed = scheduled
            .Combine(applied)
            .Select(static (pair, _) => GuardedStages.Print(pair.Left, pair.Right))
            .WithTrackingName("Printing");
        context.RegisterSourceOutput(printed, static (output, found) => GuardedStages.Add(output, found));

        PrintLeft(context, declarations);
        PrintPasses(context, resolved, applied);
        CheckDims(context);

        // Diagnostics get locations of the newest compilation; no stage keeps a reference to it.
        var troubles = printed.Select(static (found, _) => found.Trouble).Where(static t => t is not null).Collect();
        var findings = lowered
            .Combine(troubles)
            .Select(static (pair, _) => GuardedStages.Report(pair.Left, pair.Right!))
            .Where(static found => found.Count > 0)
            .WithTrackingName("Reporting");
        context.RegisterSourceOutput(
            findings.Combine(context.CompilationProvider),
            static (output, pair) => Report(output, pair.Left, pair.Right)
        );
    }

    // Classes whose errors are left to the compiler are listed in a file, for the analyzer that sees whether the compiler has any.
    private static void PrintLeft(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<Declaration> declarations
    )
    {
        var broken = declarations.Where(static declaration => declaration.HasErrors).Collect();
        context.RegisterSourceOutput(
            broken,
            static (output, all) =>
            {
                if (Uncompiled.Print(all) is { } text)
                {
                    output.AddSource(Uncompiled.File, text);
                }
            }
        );
    }

    // Where the project asks for it, one more file shows the result of each pass for a class.
    private static void PrintPasses(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ResolvedDeclaration> resolved,
        IncrementalValueProvider<EquatableArray<Target>> targets
    )
    {
        var names = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) =>
                PassFile.Names(options.GlobalOptions.TryGetValue(PassFile.Property, out var names) ? names : null)
        );
        var files = resolved
            .Combine(names)
            .Where(static pair => pair.Right.Any(name => PassFile.IsNamed(pair.Left.Declaration, name)))
            .Combine(targets)
            .Select(static (pair, _) => PassFile.Print(pair.Left.Left, pair.Right))
            .WithTrackingName("Passes");
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.Hint, file.Text));

        var unknown = names
            .Combine(resolved.Select(static (one, _) => one.Declaration).Collect())
            .SelectMany(
                static (pair, _) =>
                    pair.Left.Where(name => !pair.Right.Any(declaration => PassFile.IsNamed(declaration, name)))
            )
            .WithTrackingName("UnknownNames");
        context.RegisterSourceOutput(
            unknown,
            static (output, name) =>
                output.ReportDiagnostic(
                    new Finding(Rules.UnknownPrint.Id, Place.None, new[] { name }.ToEquatableArray()).In(
                        compilation: null
                    )
                )
        );
    }

    // Dims are types of the user's, of any kind, and belong to no declaration.
    private static void CheckDims(IncrementalGeneratorInitializationContext context)
    {
        var findings = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                Language.Dim,
                static (node, _) => node is TypeDeclarationSyntax,
                static (match, cancel) => DimRule.Check(match, cancel)
            )
            .Where(static finding => finding is not null)
            .Select(static (finding, _) => new[] { finding! }.ToEquatableArray());
        context.RegisterSourceOutput(
            findings.Combine(context.CompilationProvider),
            static (output, pair) => Report(output, pair.Left, pair.Right)
        );
    }

    private static void Report(
        SourceProductionContext output,
        EquatableArray<Finding> findings,
        Compilation compilation
    )
    {
        foreach (var finding in findings)
        {
            output.ReportDiagnostic(finding.In(compilation));
        }
    }

    private IncrementalValueProvider<ImmutableArray<Signature>> Signatures(
        IncrementalGeneratorInitializationContext context,
        string attribute
    ) =>
        context
            .SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax,
                (match, cancel) =>
                    memo.Signature(
                        match.SemanticModel.Compilation,
                        (INamedTypeSymbol)match.TargetSymbol,
                        type => GuardedStages.ReadSignature(type, cancel)
                    )
            )
            .WithTrackingName("Signatures")
            .Collect();

    private static IncrementalValueProvider<ImmutableArray<Signature>> Join(
        params IncrementalValueProvider<ImmutableArray<Signature>>[] kinds
    ) => kinds.Aggregate((all, next) => all.Combine(next).Select(static (pair, _) => pair.Left.AddRange(pair.Right)));
}
