using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Streaming;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator.Planning;

/// <summary>The stage that plans the programs of a declaration.</summary>
public static class SchedulingStage
{
    public static ScheduledDeclaration Run(DifferentiatedDeclaration differentiated)
    {
        try
        {
            return Plan(differentiated);
        }
        catch (ScheduleException exception)
        {
            var linked = differentiated.Linked;
            return Without(
                linked with
                {
                    Declaration = linked.Declaration with { HasErrors = true },
                    Problem = new Problem(-1, exception.Message),
                }
            );
        }
    }

    /// <summary>Plans the programs.</summary>
    /// <exception cref="ScheduleException">The equations have no program.</exception>
    public static ScheduledDeclaration Plan(DifferentiatedDeclaration differentiated)
    {
        var linked = differentiated.Linked;
        if (linked.Forward is not { } forward)
        {
            return Without(linked);
        }

        var definition = linked.Declaration.Definition;
        var options = ScheduleOptions.Default with { Sizes = Sizes(definition) };
        if (definition.Kind == DeclarationKind.Training)
        {
            var carried = differentiated.Carried;
            options = options with { States = carried?.States ?? 0, HasStart = carried?.HasStart == true };
            return Without(linked) with
            {
                Train = Scheduler.ScheduleTraining(differentiated.Train!, options) with
                {
                    GrowsWithSteps = differentiated.GrowsWithSteps,
                },
            };
        }

        var (stream, obstacle) = Stream(forward, options);
        return Without(linked) with
        {
            Predict = Scheduler.Schedule(forward, options),
            Stream = stream,
            StreamObstacle = obstacle,
        };
    }

    private static (Program? Stream, string? Obstacle) Stream(Graph forward, ScheduleOptions options)
    {
        try
        {
            var step = StepGraph.Of(forward);
            return (Scheduler.Schedule(step.Graph, options with { States = step.States.Count }), null);
        }
        catch (NotCausalException exception)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>The declaration without programs.</summary>
    public static ScheduledDeclaration Without(LinkedDeclaration linked) =>
        new(linked.Declaration, null, null, null, null, linked.Model, linked.DefinitionText, linked.Equations)
        {
            Problem = linked.Problem,
            HalfReadEnds = linked.HalfReadEnds,
        };

    private static ImmutableDictionary<string, int> Sizes(Definition definition) =>
        definition.Dims.Where(d => d.Default is not null).ToImmutableDictionary(d => d.Name, d => d.Default!.Value);
}
