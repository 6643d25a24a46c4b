using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Guarding;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Members;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Reporting;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator;

/// <summary>
/// Each stage of the pipeline with its guard. Where a stage fails, the declaration is still printed, with members that throw, and
/// carries the <see cref="Failure"/> to the report. (The lowering of a class has its guard inside, where the class is known.)
/// </summary>
public static class GuardedStages
{
    public static Signature ReadSignature(INamedTypeSymbol type, CancellationToken cancel) =>
        Guard.Run(
            PipelineStage.Signatures,
            type.MetadataId(),
            () => SignatureReader.Read(type, cancel),
            failure => Signature.Unread(type.MetadataId(), type.Name, failure)
        );

    public static ResolvedDeclaration Resolve(Declaration declaration, ImmutableArray<Declaration> all) =>
        Guard.Run(
            PipelineStage.Resolution,
            declaration.Definition.Id,
            () => Resolution.Run(declaration, all),
            failure => new ResolvedDeclaration(declaration.FailLater(failure), EquatableArray<Definition>.Empty)
        );

    public static LinkedDeclaration Link(ResolvedDeclaration resolved) =>
        Guard.Run(
            PipelineStage.Linking,
            resolved.Declaration.Definition.Id,
            () => LinkStage.Run(resolved.Declaration, resolved.Needed),
            failure => LinkedDeclaration.Without(resolved.Declaration.FailLater(failure))
        );

    public static DifferentiatedDeclaration Differentiate(LinkedDeclaration linked) =>
        Guard.Run(
            PipelineStage.Differentiation,
            linked.Declaration.Definition.Id,
            () => DifferentiationStage.Run(linked),
            failure => new DifferentiatedDeclaration(
                LinkedDeclaration.Without(linked.Declaration.FailLater(failure)),
                null
            )
        );

    public static ScheduledDeclaration Schedule(
        DifferentiatedDeclaration differentiated,
        EquatableArray<Target> targets
    ) =>
        Guard.Run(
            PipelineStage.Scheduling,
            differentiated.Linked.Declaration.Definition.Id,
            () => SchedulingStage.Run(differentiated, targets),
            failure =>
                ScheduledDeclaration.Without(
                    LinkedDeclaration.Without(differentiated.Linked.Declaration.FailLater(failure))
                )
        );

    public static PrintedClass Print(ScheduledDeclaration scheduled, EquatableArray<Target> targets) =>
        Guard.Run(
            PipelineStage.Printing,
            scheduled.Declaration.Definition.Id,
            () => PrintStage.Run(scheduled, targets),
            failure => PrintStage.Failed(scheduled, targets, failure)
        );

    public static void Add(SourceProductionContext output, PrintedClass printed) =>
        Guard.Run(
            PipelineStage.Output,
            printed.Id,
            () =>
            {
                foreach (var file in printed.Files)
                {
                    output.AddSource(file.Hint, file.Text);
                }

                return true;
            },
            failure =>
            {
                output.ReportDiagnostic(ReportStage.Internal(printed.Id, Place.None, failure).In(null));
                return false;
            }
        );

    public static EquatableArray<Finding> Report(Lowered lowered, ImmutableArray<Trouble> troubles) =>
        Guard.Run(
            PipelineStage.Reporting,
            lowered.Declaration.Definition.Id,
            () => ReportStage.Run(lowered, troubles),
            failure =>
                new[]
                {
                    ReportStage.Internal(lowered.Declaration.Name, lowered.Report.Class, failure),
                }.ToEquatableArray()
        );
}
