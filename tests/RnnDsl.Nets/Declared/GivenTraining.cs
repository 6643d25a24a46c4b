using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The caller computes the loss and its gradient.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.5f)]
public partial class GivenTraining
{
    CarriedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> gradient, Scalar loss) =>
        GivenLoss(model.Forward(xs), gradient, loss);
}

/// <summary>The same of what depends on one step alone, in windows.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.5f, Truncate = 4)]
public partial class GivenStepsTraining
{
    StepwiseNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> gradient, Scalar loss) =>
        GivenLoss(model.Forward(xs), gradient, loss);
}
