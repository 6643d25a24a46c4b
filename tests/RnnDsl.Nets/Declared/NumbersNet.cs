using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Trained numbers: in a cell, with sequences, vectors and other numbers, alone, and in two places at once.</summary>
[Layer]
public partial class NumbersNet
{
    FastGated<Features, Units> cell;
    Dense<Units, Targets> head;
    Vec<Targets> b;

    [Init(0.5)]
    Scalar scale;

    Scalar shift,
        bound;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var hs = cell.Scan(scale * xs);
        var sums = hs.Map(h => Sum(h) * scale - shift);
        return head.Apply(hs) / (1.5f + Square(scale))
            + shift * b
            + Tanh(sums * shift)
            + Max(xs.Map(x => Sum(x)), bound);
    }

    public Scalar Penalty() => 0.5f * Square(scale - 1) + shift;
}

[Training(Optimizer = typeof(AdamW), LearningRate = 1e-2f)]
public partial class NumbersTraining
{
    NumbersNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) =>
        MeanSquaredError(model.Forward(xs), targets) + model.Penalty();
}
