using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Two layers that read the sequence from either end: their outputs at each step, and where the second one ends.</summary>
[Layer]
public partial class TwoWaysNet
{
    Lstm<Features, Units> forward,
        backward;
    GruResetAfter<Units, Units> second;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var both = forward.Scan(xs) * Reverse(backward.Scan(Reverse(xs)));
        var end = second.Scan(Reverse(both)).Last;
        return head.Apply(Mean(both) + end);
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class TwoWaysTraining
{
    TwoWaysNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
