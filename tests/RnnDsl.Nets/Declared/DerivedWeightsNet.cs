using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The cell, under a readout of two matrices for its output and its input side by side.</summary>
[Layer]
public partial class DerivedWeightsNet
{
    DerivedWeights<Features, Units> cell;
    Mat<Targets, Cat<Units, Features>> Q,
        V;
    Vec<Targets> b;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var readout = Q - Tanh(V);
        return readout * Concat(cell.Scan(xs), xs) + 0.1f * (V * Concat(cell.Scan(xs), xs)) + b;
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class DerivedWeightsTraining
{
    DerivedWeightsNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        MeanSquaredError(model.Forward(xs), targets) + 0.001f * L2(model);
}

/// <summary>The same in windows of a sequence.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.1f, Truncate = 4, Stateful = true)]
public partial class DerivedWindowsTraining
{
    DerivedWeightsNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
