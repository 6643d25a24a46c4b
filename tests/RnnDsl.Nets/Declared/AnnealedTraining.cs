using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Numbers of the loss change between steps; one of them no equation reads.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.1f, BatchSize = 2, LossMean = LossMean.PerStep)]
public partial class AnnealedTraining
{
    CarriedNet model;

    [Setting]
    public float Temperature { get; set; } = 2;

    [Setting]
    public float Unread { get; set; }

    [Setting]
    public float Beta { get; set; } = 0.75f;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        MeanSquaredError(model.Forward(xs) / Temperature, targets) + Penalty(model.Forward(xs));

    Scalar Penalty(Seq<Targets> said) => Beta * Mean(Mean(Square(said)));
}

/// <summary>The same with the numbers that the other begins with.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.1f, BatchSize = 2)]
public partial class UnchangedTraining
{
    CarriedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        MeanSquaredError(model.Forward(xs) / 2, targets) + 0.75f * Mean(Mean(Square(model.Forward(xs))));
}
