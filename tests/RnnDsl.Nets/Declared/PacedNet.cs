using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>States of inner cells and of earlier steps, which a layer reads and from which another sequence starts.</summary>
[Layer]
public partial class PacedNet
{
    Paced<Features, Units> cell;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var end = cell.Final(xs);
        var fast = end.fast with { slow = new(end.h_3 - end.fast.first.c) };
        var start = end with { h = end.h_2, fast = fast };
        return head.Apply(cell.Scan(Reverse(xs), start).Last + end.level_2 * end.fast.last.h);
    }
}

[Training(Optimizer = typeof(Sgd), LearningRate = 1e-2f)]
public partial class PacedTraining
{
    PacedNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
