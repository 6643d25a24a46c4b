using RnnDsl.Training;
using static TorchSharp.torch;

namespace RnnDsl.Torch;

/// <summary>The optimizers' rules as tensor calls; the optimizers document the formulas and their sources.</summary>
internal static class TensorRules
{
    /// <summary>Updates parameters and the optimizer's state in place.</summary>
    /// <param name="values">The parameters.</param>
    /// <param name="gradients">Their gradients, which stay as they are.</param>
    /// <param name="states">The optimizer's state, in the order of <see cref="Optimizer.StateNames"/>.</param>
    public delegate void Rule(Tensor values, Tensor gradients, Tensor[] states);

    /// <summary>The rule of an optimizer; null if there is none.</summary>
    public static Rule? Of(Optimizer optimizer) =>
        optimizer switch
        {
            Sgd sgd => (p, g, states) => Step(sgd, p, g, states),
            RmsProp rmsProp => (p, g, states) => Step(rmsProp, p, g, states[0], states),
            AdamW adamW => (p, g, states) => Step(adamW, p, g, states[0], states[1]),
            // A class derived from it may have another rule.
            Adam adam when adam.GetType() == typeof(Adam) => (p, g, states) => Step(adam, p, g, states[0], states[1]),
            _ => null,
        };

    private static void Step(Sgd sgd, Tensor p, Tensor g, Tensor[] states)
    {
        if (states is not [var velocity])
        {
            p.add_(g, -sgd.LearningRate);
            return;
        }

        velocity.mul_(sgd.Momentum).add_(g);
        p.add_(velocity, -sgd.LearningRate * (sgd.Nesterov ? sgd.Momentum : 1));
        if (sgd.Nesterov)
        {
            p.add_(g, -sgd.LearningRate);
        }
    }

    private static void Step(RmsProp rmsProp, Tensor p, Tensor g, Tensor square, Tensor[] states)
    {
        square.mul_(rmsProp.Rho).addcmul_(g, g, 1 - rmsProp.Rho);
        var root = square.sqrt().add_(rmsProp.Epsilon);
        if (states is [_, var velocity])
        {
            velocity.mul_(rmsProp.Momentum).addcdiv_(g, root, 1);
            p.add_(velocity, -rmsProp.LearningRate);
            return;
        }

        p.addcdiv_(g, root, -rmsProp.LearningRate);
    }

    private static void Step(AdamW adamW, Tensor p, Tensor g, Tensor mean, Tensor square)
    {
        p.mul_((float)(1 - ((double)adamW.LearningRate * adamW.WeightDecay)));
        Step((Adam)adamW, p, g, mean, square);
    }

    private static void Step(Adam adam, Tensor p, Tensor g, Tensor mean, Tensor square)
    {
        mean.mul_(adam.Beta1).add_(g, 1 - adam.Beta1);
        square.mul_(adam.Beta2).addcmul_(g, g, 1 - adam.Beta2);
        var root = square.sqrt().mul_(adam.RootCorrection).add_(adam.Epsilon);
        p.addcdiv_(mean, root, -adam.StepSize);
    }
}
