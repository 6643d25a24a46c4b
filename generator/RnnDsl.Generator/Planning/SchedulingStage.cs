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
    public static ScheduledDeclaration Run(DifferentiatedDeclaration differentiated, IEnumerable<TargetTraits> targets)
    {
        try
        {
            return Plan(differentiated, targets);
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

    /// <summary>Plans the programs, for each target anew.</summary>
    /// <exception cref="ScheduleException">The equations have no program.</exception>
    public static ScheduledDeclaration Plan(DifferentiatedDeclaration differentiated, IEnumerable<TargetTraits> targets)
    {
        var linked = differentiated.Linked;
        if (linked.Forward is not { } forward)
        {
            return Without(linked);
        }

        var definition = linked.Declaration.Definition;
        var sizes = Sizes(definition);
        if (definition.Kind == DeclarationKind.Training)
        {
            return Without(linked) with
            {
                Programs = targets.Select(target => Train(differentiated, target, sizes)).ToEquatableArray(),
            };
        }

        var (step, obstacle) = Step(forward);
        return Without(linked) with
        {
            Programs = targets.Select(target => Serve(forward, step, target, sizes)).ToEquatableArray(),
            StreamObstacle = obstacle,
        };
    }

    private static TargetPrograms Train(
        DifferentiatedDeclaration differentiated,
        TargetTraits target,
        ImmutableDictionary<string, int> sizes
    )
    {
        var carried = differentiated.Carried;
        var options = new ScheduleOptions(target)
        {
            Sizes = sizes,
            States = carried?.States ?? 0,
            HasStart = carried?.HasStart == true,
        };
        var train = Scheduler.ScheduleTraining(differentiated.Train!, options);
        return new(target.Name, null, null, train with { GrowsWithSteps = differentiated.GrowsWithSteps });
    }

    private static TargetPrograms Serve(
        Graph forward,
        StepProgram? step,
        TargetTraits target,
        ImmutableDictionary<string, int> sizes
    )
    {
        var options = new ScheduleOptions(target) { Sizes = sizes };
        var stream = target.HasStreams && step is not null ? step : null;
        return new(
            target.Name,
            Scheduler.Schedule(forward, options),
            stream is null ? null : Scheduler.Schedule(stream.Graph, options with { States = stream.States.Count }),
            Train: null
        );
    }

    private static (StepProgram? Step, string? Obstacle) Step(Graph forward)
    {
        try
        {
            return (StepGraph.Of(forward), null);
        }
        catch (NotCausalException exception)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>The declaration without programs.</summary>
    public static ScheduledDeclaration Without(LinkedDeclaration linked) =>
        new(
            linked.Declaration,
            EquatableArray<TargetPrograms>.Empty,
            null,
            linked.Model,
            linked.DefinitionText,
            linked.Equations
        )
        {
            Problem = linked.Problem,
            HalfReadEnds = linked.HalfReadEnds,
        };

    private static ImmutableDictionary<string, int> Sizes(Definition definition) =>
        definition.Dims.Where(d => d.Default is not null).ToImmutableDictionary(d => d.Name, d => d.Default!.Value);
}
