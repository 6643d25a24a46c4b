using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The matrix that words are looked up in also multiplies: its gradient is dense, and has a part of each kind.</summary>
[Layer]
public partial class TiedWordsNet
{
    Mat<Features, Units> table;
    SimpleRnn<Units, Units> cell;
    Dense<Features, Targets> head;

    public Seq<Targets> Forward(Tokens<Features> xs) => head.Apply(table * cell.Scan(table[xs]));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class TiedWordsTraining
{
    TiedWordsNet model;

    public Scalar Loss(Tokens<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
