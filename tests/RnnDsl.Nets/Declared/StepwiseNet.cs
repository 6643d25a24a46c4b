using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>What it says of a step depends on that step alone, so that windows cut no gradient.</summary>
[Layer]
public partial class StepwiseNet
{
    Dense<Features, Units> hidden;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(Tanh(hidden.Apply(xs)));
}

/// <summary>The loss is a sum over the steps.</summary>
[Training(Optimizer = typeof(Sgd), Truncate = 4, Stateful = true)]
public partial class StepSumTraining
{
    StepwiseNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        Length(xs) * MeanSquaredError(model.Forward(xs), targets);
}

/// <summary>The loss has sums and means over the steps, terms that no step has, and other powers of the number of steps.</summary>
[Training(Optimizer = typeof(Sgd), Truncate = 4, Stateful = true)]
public partial class StepMixTraining
{
    StepwiseNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets, Scalar weight)
    {
        var steps = Length(xs);
        var said = model.Forward(xs);
        var sum = Sum(Sum(Abs(said - targets)));
        return weight * (sum / Sqrt(steps) - MeanSquaredError(said, targets))
            + Sum(weight * Mean(said)) * steps
            + 0.3f * L2(model)
            + Sqrt(steps + 1) / 7;
    }
}
