using System.Collections.Immutable;
using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Differentiation;

namespace RnnDsl.Generator.Scheduling;

/// <summary>The stage that plans the programs of a declaration.</summary>
public static class SchedulingStage
{
    public static ScheduledDeclaration Run(DifferentiatedDeclaration differentiated)
    {
        var linked = differentiated.Linked;
        var declaration = linked.Declaration;
        var isTraining = declaration.Definition.Kind == DeclarationKind.Training;
        var options = ScheduleOptions.Default with { Sizes = Sizes(declaration.Definition) };
        var predict = isTraining || linked.Forward is null ? null : Scheduler.Schedule(linked.Forward, options);
        var train = differentiated.Train is null ? null : Scheduler.Schedule(differentiated.Train, options);
        const string? Obstacle = "it has no program of one step";
        return new ScheduledDeclaration(
            declaration,
            predict,
            null,
            Obstacle,
            train,
            linked.Model,
            linked.DefinitionText
        );
    }

    private static ImmutableDictionary<string, int> Sizes(Definition definition) =>
        definition.Dims.Where(d => d.Default is not null).ToImmutableDictionary(d => d.Name, d => d.Default!.Value);
}
