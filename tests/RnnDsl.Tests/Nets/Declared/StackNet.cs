using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Layers on layers, all their outputs, the mean over time, and a layer that is used at once and at every step.</summary>
[Layer]
public partial class StackNet
{
    Lstm<Features, Units> first;
    Gru<Units, Units> second;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var low = first.Scan(xs);
        var high = second.Scan(low);
        return head.Apply(Mean(low + high)) + Mean(head.Apply(Tanh(high)));
    }
}

[Training(Optimizer = typeof(RmsProp), LearningRate = 1e-2f, ClipNorm = 1f)]
public partial class StackTraining
{
    StackNet model;

    // The absolute error has a kink where both are equal, which no difference quotient may come near: 3 keeps them apart.
    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) =>
        MeanSquaredError(model.Forward(xs), target) + MeanAbsoluteError(Tanh(model.Forward(xs)), 3 + target);
}
