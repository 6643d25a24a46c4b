using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator;

/// <summary>The stage that plans the programs of a declaration.</summary>
public static class SchedulingStage
{
    /// <param name="differentiated">What to plan.</param>
    /// <param name="log">Takes the text of what each pass leaves.</param>
    public static ScheduledDeclaration Run(DifferentiatedDeclaration differentiated, PassLog? log = null)
    {
        try
        {
            return Plan(differentiated, log);
        }
        catch (ScheduleException exception)
        {
            var linked = differentiated.Linked;
            return ScheduledDeclaration.Without(
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
    public static ScheduledDeclaration Plan(DifferentiatedDeclaration differentiated, PassLog? log = null)
    {
        var linked = differentiated.Linked;
        if (linked.Forward is not { } forward)
        {
            return ScheduledDeclaration.Without(linked);
        }

        var definition = linked.Declaration.Definition;
        var options = ScheduleOptions.Default with { Sizes = Sizes(definition) };
        if (definition.Kind == DeclarationKind.Training)
        {
            var carried = differentiated.Carried;
            log?.Title("The training's program");
            options = options with { States = carried?.States ?? 0, HasStart = carried?.HasStart == true };
            return ScheduledDeclaration.Without(linked) with
            {
                Train = Planned(new PassState(differentiated.Train!, options) { IsTraining = true }, log) with
                {
                    GrowsWithSteps = differentiated.GrowsWithSteps,
                },
            };
        }

        log?.Title("The program of Predict");
        var predict = Planned(new PassState(forward, options), log);
        var (stream, obstacle) = Stream(forward, options, log);
        return ScheduledDeclaration.Without(linked) with
        {
            Predict = predict,
            Stream = stream,
            StreamObstacle = obstacle,
        };
    }

    private static Program Planned(PassState state, PassLog? log) => Passes.Planned.Run(state, log).Program!;

    private static (Program? Stream, string? Obstacle) Stream(Graph forward, ScheduleOptions options, PassLog? log)
    {
        try
        {
            log?.Title("The program of Stream");
            return (Planned(Passes.Stepped.Run(new PassState(forward, options), log), log), null);
        }
        catch (NotCausalException exception)
        {
            return (null, exception.Message);
        }
    }

    private static ImmutableDictionary<string, int> Sizes(Definition definition) =>
        definition.Dims.Where(d => d.Default is not null).ToImmutableDictionary(d => d.Name, d => d.Default!.Value);
}
