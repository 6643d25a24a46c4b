using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Each sample has a number, which weights its loss and is the target of a sum.</summary>
[Layer]
public partial class WeightedNet
{
    Gru<Features, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class WeightedTraining
{
    WeightedNet model;

    public Scalar Loss(Seq<Features> xs, Scalar weight)
    {
        var results = model.Forward(xs);
        return weight * Mean(Mean(Square(results * weight))) + Square(Sum(results.Last) - weight);
    }
}
