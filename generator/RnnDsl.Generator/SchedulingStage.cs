using System.Collections.Immutable;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Planning;
using RnnDsl.Generator.Programs;
using RnnDsl.Generator.Targets;
using RnnDsl.Generator.Text;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator;

/// <summary>The stage that plans the programs of a declaration, once for each target.</summary>
public static class SchedulingStage
{
    /// <param name="differentiated">What to plan.</param>
    /// <param name="targets">What to plan it for.</param>
    /// <param name="log">Takes the text of what each pass leaves.</param>
    public static ScheduledDeclaration Run(
        DifferentiatedDeclaration differentiated,
        EquatableArray<Target> targets,
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
        EquatableArray<Target> targets,
        PassLog? log
    )
    {
        var linked = differentiated.Linked;
        if (linked.Forward is null && linked.Others.Count == 0)
        {
            return ScheduledDeclaration.Without(linked);
        }

        var definition = linked.Declaration.Definition;
        var sizes = Sizes(definition);
        if (definition.Kind == DeclarationKind.Training)
        {
            return ScheduledDeclaration.Without(linked) with
            {
                Programs = targets.Select(target => Train(differentiated, target, sizes, log)).ToEquatableArray(),
            };
        }

        var predict = targets
            .Select(target => linked.Forward is { } forward ? Predict("Predict", forward, target, sizes, log) : null)
            .ToList();
        var (step, obstacle) = linked.Forward is null ? (null, null) : Step(linked.Forward, log);
        return ScheduledDeclaration.Without(linked) with
        {
            Programs = targets
                .Select(
                    (target, i) =>
                        new TargetPrograms(
                            target.Traits.Name,
                            predict[i],
                            Stream(step, target, sizes, log),
                            Train: null
                        )
                        {
                            Others = Others(linked, target, sizes, log).ToEquatableArray(),
                        }
                )
                .ToEquatableArray(),
            StreamObstacle = obstacle,
        };
    }

    private static IEnumerable<MethodProgram> Others(
        LinkedDeclaration linked,
        Target target,
        ImmutableDictionary<string, int> sizes,
        PassLog? log
    ) =>
        linked.Others.Select(other => new MethodProgram(
            other.Method,
            Predict(EntryPoint.PredictOf(other.Method), other.Forward, target, sizes, log)
        ));

    private static TargetPrograms Train(
        DifferentiatedDeclaration differentiated,
        Target target,
        ImmutableDictionary<string, int> sizes,
        PassLog? log
    )
    {
        var carried = differentiated.Carried;
        var options = new ScheduleOptions(target.Traits)
        {
            Sizes = sizes,
            States = carried?.States ?? 0,
            HasStart = carried?.HasStart == true,
        };
        var state = new PassState(differentiated.Train!, options) { IsTraining = true };
        var train = Program("the training", target, state, log);
        return new(
            target.Traits.Name,
            Predict: null,
            Stream: null,
            train with
            {
                WindowsAddUp = differentiated.WindowsAddUp,
                GrowsWithSteps = differentiated.GrowsWithSteps,
            }
        );
    }

    private static Program Predict(
        string name,
        Graph forward,
        Target target,
        ImmutableDictionary<string, int> sizes,
        PassLog? log
    ) => Program(name, target, new(forward, new(target.Traits) { Sizes = sizes }), log);

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

    private static Program? Stream(
        PassState? step,
        Target target,
        ImmutableDictionary<string, int> sizes,
        PassLog? log
    ) =>
        step is not null && target.Traits.HasStreams
            ? Program(
                "Stream",
                target,
                step with
                {
                    Options = new(target.Traits) { Sizes = sizes, States = step.Options.States },
                },
                log
            )
            : null;

    private static Program Program(string of, Target target, PassState state, PassLog? log)
    {
        log?.Title($"The program of {of}, for the target {target}");
        return Passes.Planned.Concat(target.Passes).Run(state, log).Program!;
    }

    private static ImmutableDictionary<string, int> Sizes(Definition definition) =>
        definition.Dims.Where(d => d.Default is not null).ToImmutableDictionary(d => d.Name, d => d.Default!.Value);
}
