using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The antisymmetric cell, and a decoder that is the transpose of its encoder.</summary>
[Layer]
public partial class AntisymmetricNet
{
    Antisymmetric<Features, Units> cell;
    Mat<Units, Targets> W;
    Vec<Targets> b;

    public Seq<Targets> Forward(Seq<Features> xs) =>
        cell.Scan(xs).Map(h => Transpose(W) * (h + W * (Transpose(W) * Tanh(h))) + b);
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class AntisymmetricTraining
{
    AntisymmetricNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
