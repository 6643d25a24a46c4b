using RnnDsl.Cells;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A net whose methods return tuples: of each step, and of the last one.</summary>
[Layer]
public partial class GaussianNet
{
    Lstm<Features, Units> cell;
    Gaussian<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var (mean, scale) = Estimate(xs);
        return mean * scale;
    }

    public (Seq<Targets> mean, Seq<Targets> scale) Estimate(Seq<Features> xs) => head.Apply(cell.Scan(xs));

    public (Vec<Targets> mean, Scalar total, Seq<Units> states) End(Seq<Features> xs)
    {
        var states = cell.Scan(xs);
        var (mean, scale) = head.Apply(states.Last);
        return (mean, Sum(scale), states);
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class GaussianTraining
{
    GaussianNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets)
    {
        var (mean, scale) = model.Estimate(xs);
        var end = model.End(xs);
        return Mean(Sum(Square((targets - mean) / scale) + 2 * Log(scale))) + 0.1f * end.total;
    }
}
