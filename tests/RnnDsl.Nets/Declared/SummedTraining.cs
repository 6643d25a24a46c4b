using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>W26: a loss that is a sum over the steps.</summary>
[Training(Optimizer = typeof(Sgd), Stateful = true)]
public partial class SummedTraining
{
    CarriedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        Length(xs) * MeanSquaredError(model.Forward(xs), targets);
}

/// <summary>The loss grows with the number of steps, and is no sum over them.</summary>
[Training(Optimizer = typeof(Sgd), Stateful = true)]
public partial class RootOfSumTraining
{
    CarriedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        Sqrt(Length(xs) * MeanSquaredError(model.Forward(xs), targets));
}
