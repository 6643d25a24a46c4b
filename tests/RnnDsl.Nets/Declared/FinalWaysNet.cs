using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>W12: the final states of both directions of bidirectional layers.</summary>
[Layer]
public partial class FinalWaysNet
{
    Bidirectional<Lstm<Features, Units>, Features, Units> first;
    Bidirectional<Gru<Cat<Units, Units>, Targets>, Cat<Units, Units>, Targets> second;
    Dense<Cat<Cat<Units, Units>, Cat<Targets, Targets>>, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs) => head.Apply(Concat(first.Final(xs), second.Final(first.Apply(xs))));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class FinalWaysTraining
{
    FinalWaysNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
