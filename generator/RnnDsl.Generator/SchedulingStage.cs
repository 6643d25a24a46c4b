using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator;

/// <summary>The stage that plans the programs of a declaration, for each target anew.</summary>
public static class SchedulingStage
{
    /// <param name="differentiated">What to plan.</param>
    /// <param name="targets">What to plan it for.</param>
    /// <param name="log">Takes the text of what each pass leaves.</param>
    public static ScheduledDeclaration Run(
        DifferentiatedDeclaration differentiated,
        EquatableArray<TargetTraits> targets,
        PassLog? log = null
    )
    {
        try
        {
            return Plan(differentiated, targets, log);
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

    private static ScheduledDeclaration Plan(
        DifferentiatedDeclaration differentiated,
        EquatableArray<TargetTraits> targets,
        PassLog? log
    )
    {
        var linked = differentiated.Linked;
        if (linked.Forward is not { } forward)
        {
            return ScheduledDeclaration.Without(linked);
        }

        var definition = linked.Declaration.Definition;
        var options = targets.Select(target => new ScheduleOptions(target) { Sizes = Sizes(definition) }).ToList();
        if (definition.Kind == DeclarationKind.Training)
        {
            return ScheduledDeclaration.Without(linked) with
            {
                Programs = options.Select(o => Train(differentiated, o, log)).ToEquatableArray(),
            };
        }

        var predict = options.Select(o => Program("Predict", new PassState(forward, o), log)).ToList();
        var (step, obstacle) = Step(forward, log);
        return ScheduledDeclaration.Without(linked) with
        {
            Programs = options
                .Select((o, i) => new TargetPrograms(o.Target.Name, predict[i], Stream(step, o, log), Train: null))
                .ToEquatableArray(),
            StreamObstacle = obstacle,
        };
    }

    private static TargetPrograms Train(DifferentiatedDeclaration differentiated, ScheduleOptions options, PassLog? log)
    {
        var carried = differentiated.Carried;
        options = options with { States = carried?.States ?? 0, HasStart = carried?.HasStart == true };
        var train = Program("the training", new PassState(differentiated.Train!, options) { IsTraining = true }, log);
        return new(
            options.Target.Name,
            Predict: null,
            Stream: null,
            train with
            {
                GrowsWithSteps = differentiated.GrowsWithSteps,
            }
        );
    }

    // The step is the same for all targets.
    private static (PassState? Step, string? Obstacle) Step(Graph forward, PassLog? log)
    {
        try
        {
            log?.Title("A step of Stream");
            return (Passes.Stepped.Run(new PassState(forward), log), null);
        }
        catch (NotCausalException exception)
        {
            return (null, exception.Message);
        }
    }

    private static Program? Stream(PassState? step, ScheduleOptions options, PassLog? log) =>
        step is not null && options.Target.HasStreams
            ? Program("Stream", step with { Options = options with { States = step.Options.States } }, log)
            : null;

    private static Program Program(string of, PassState state, PassLog? log)
    {
        log?.Title($"The program of {of}, for the target {state.Target.Name}");
        return Passes.Planned.Run(state, log).Program!;
    }

    private static ImmutableDictionary<string, int> Sizes(Definition definition) =>
        definition.Dims.Where(d => d.Default is not null).ToImmutableDictionary(d => d.Name, d => d.Default!.Value);
}
