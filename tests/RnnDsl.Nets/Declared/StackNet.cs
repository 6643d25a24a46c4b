using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Layers on layers, all their outputs, and the mean over time.</summary>
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
        return head.Apply(Mean(low + high));
    }
}

[Training(Optimizer = typeof(RmsProp), LearningRate = 1e-2f, ClipNorm = 1f)]
public partial class StackTraining
{
    StackNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) =>
        MeanSquaredError(Tanh(model.Forward(xs)), target) + MeanAbsoluteError(model.Forward(xs), target);
}
