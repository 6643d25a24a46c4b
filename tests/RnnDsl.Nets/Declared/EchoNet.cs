using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell in a cell in a cell, one of them noisy, and another field of the same cell.</summary>
[Cell]
public partial class Echo<X, H>
    where X : IDim
    where H : IDim
{
    Paced<X, H> paced;
    NoisyRnn<H, H> noisy;
    FastSlow<H, H> other;

    [State]
    Vec<H> mean;

    Vec<H> Step(Vec<X> x)
    {
        mean = 0.75f * mean + 0.25f * paced.Step(x);
        return other.Step(noisy.Step(mean)) - mean;
    }
}

[Layer]
public partial class EchoNet
{
    Echo<Features, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class EchoTraining
{
    EchoNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
