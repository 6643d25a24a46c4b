using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell that starts from trained states.</summary>
[Layer]
public partial class LearnedStartNet
{
    Lstm<Features, Units> cell;

    [Init(0.5)]
    Vec<Units> h0,
        c0;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs, from: new(Tanh(h0), c0)));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class LearnedStartTraining
{
    LearnedStartNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
