using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Differentiation;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Windows;

namespace RnnDsl.Generator;

/// <summary>The stage that adds the derivatives of a training's loss.</summary>
public static class DifferentiationStage
{
    /// <param name="linked">The declaration.</param>
    /// <param name="log">Takes the text of what each pass leaves.</param>
    public static DifferentiatedDeclaration Run(LinkedDeclaration linked, PassLog? log = null)
    {
        if (linked is not { Forward: { } loss, Declaration.Training: { } training })
        {
            return new DifferentiatedDeclaration(linked, null);
        }

        // Evaluate has its uses all the same: for a forecast that others are compared with.
        if (!DependsOnParameters(loss))
        {
            linked = linked with { Problem = new Problem(-1, "") { IsOfParameters = true } };
        }

        try
        {
            return Differentiate(linked, loss, training, log);
        }
        catch (NotCausalException exception)
        {
            return Broken(linked, new Problem(exception.Origin, exception.Message) { IsOfWindows = true });
        }
    }

    // In another way than through StopGradient.
    private static bool DependsOnParameters(Graph loss)
    {
        var isReached = new bool[loss.Nodes.Count];
        foreach (var output in loss.Outputs)
        {
            isReached[output] = true;
        }

        // Inputs come before what they are inputs of.
        for (var id = loss.Nodes.Count - 1; id >= 0; id--)
        {
            if (isReached[id] && loss[id] is { IsFixed: false } leaf && leaf.Op == Ops.Parameter)
            {
                return true;
            }

            foreach (var input in isReached[id] && loss[id].Op != Ops.StopGradient ? loss[id].Inputs : [])
            {
                isReached[input] = true;
            }
        }

        return false;
    }

    private static DifferentiatedDeclaration Broken(LinkedDeclaration linked, Problem problem)
    {
        var declaration = linked.Declaration with { HasErrors = true };
        return new(linked with { Forward = null, Problem = problem, Declaration = declaration }, null);
    }

    private static DifferentiatedDeclaration Differentiate(
        LinkedDeclaration linked,
        Graph loss,
        TrainingOptions training,
        PassLog? log
    )
    {
        if (training.Truncate is not null || training.Stateful)
        {
            WindowRules.CheckDirection(loss);
        }

        var isMean = new StepCounts(loss).IsMean(loss.Outputs[0]);
        var addsUp = !isMean && WindowShares.AddUp(loss);
        if (training.Truncate is not null && !isMean && !addsUp)
        {
            throw WindowRules.Grows(loss);
        }

        log?.Title("Differentiation");
        var state = new PassState(loss)
        {
            IsTraining = true,
            IsStateful = training.Stateful,
            WindowsAddUp = addsUp,
        };
        var result = Passes.Differentiated.Run(state, log);
        return new DifferentiatedDeclaration(linked, result.Graph)
        {
            Carried = result.Carried,
            WindowsAddUp = addsUp,
            GrowsWithSteps = !isMean && !addsUp,
        };
    }
}
