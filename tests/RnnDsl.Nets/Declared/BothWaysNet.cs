using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Two layers that read from both ends, and what is side by side at every step, summed, in products and in functions.</summary>
[Layer]
public partial class BothWaysNet
{
    Bidirectional<Lstm<Features, Units>, Features, Units> first;
    Bidirectional<Gru<Cat<Units, Units>, Targets>, Cat<Units, Units>, Targets> second;
    Vec<Cat<Targets, Targets>> scale;
    Dense<Cat<Cat<Units, Units>, Cat<Targets, Targets>>, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var low = first.Apply(xs);
        var high = second.Apply(low) * (scale + 1);
        var all = Mean(Concat(Sigmoid(low), high));
        return head.Apply(all * Max(all) / Sum(all * all));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class BothWaysTraining
{
    BothWaysNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
