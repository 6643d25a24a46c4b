using RnnDsl.Tests.Nets.Declared;
using RnnDsl.Training;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Training;

[Training(Optimizer = typeof(Sgd), LearningRate = 0.01f, Stateful = true)]
public partial class StatelessTraining
{
    Stateless model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
