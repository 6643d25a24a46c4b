using System.Collections.Immutable;
using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Scheduling.Model;
using RnnDsl.Generator.Streaming;

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
        var (stream, obstacle) = isTraining || linked.Forward is null ? (null, null) : Stream(linked.Forward, options);
        return new ScheduledDeclaration(
            declaration,
            predict,
            stream,
            obstacle,
            train,
            linked.Model,
            linked.DefinitionText,
            linked.Equations
        );
    }

    private static (Program? Stream, string? Obstacle) Stream(Graph forward, ScheduleOptions options)
    {
        try
        {
            var step = StepGraph.Of(forward);
            return (Scheduler.Schedule(step.Graph, options with { States = step.States.Count }), null);
        }
        catch (NotCausalException e)
        {
            return (null, e.Message);
        }
    }

    private static ImmutableDictionary<string, int> Sizes(Definition definition) =>
        definition.Dims.Where(d => d.Default is not null).ToImmutableDictionary(d => d.Name, d => d.Default!.Value);
}
