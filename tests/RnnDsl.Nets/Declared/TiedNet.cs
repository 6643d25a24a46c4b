using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A layer that is used once and at every step.</summary>
[Layer]
public partial class TiedNet
{
    Tied<Features, Units> cell;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var h = cell.Scan(xs);
        return head.Apply(h.Last) + Mean(Tanh(head.Apply(h)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class TiedTraining
{
    TiedNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
