using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Fast weights that start from a parameter; the layer reads the matrix that a sequence leaves behind.</summary>
[Layer]
public partial class DeltaRuleNet
{
    DeltaRule<Features, Units, Targets> cell;
    Mat<Units, Targets> start;
    Vec<Units> h0;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var (S, h) = cell.Final(xs, from: new(0.5f * start, h0));
        return head.Apply(h) + 0.25f * (Transpose(S) * h);
    }
}

[Training(Optimizer = typeof(Sgd), LearningRate = 0.1f)]
public partial class DeltaRuleTraining
{
    DeltaRuleNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
