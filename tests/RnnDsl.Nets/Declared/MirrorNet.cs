using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A sequence combined with its reverse, so that the reversal cannot be removed, before a loop and after it.</summary>
[Layer]
public partial class MirrorNet
{
    Dense<Features, Units> wide;
    SimpleRnn<Units, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var inputs = wide.Apply(xs);
        var outputs = cell.Scan(inputs * Reverse(inputs));
        return head.Apply(outputs + Reverse(outputs) + Reverse(Tanh(inputs)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class MirrorTraining
{
    MirrorNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
