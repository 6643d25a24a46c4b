using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The loss of <see cref="CarriedTraining"/> with a penalty on the matrices.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 1f, Truncate = 4, Stateful = true)]
public partial class DecayedTraining
{
    CarriedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        MeanSquaredError(model.Forward(xs), targets) + 0.125f * L2(model);
}
