using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A cell that is a model itself.</summary>
[Cell]
public partial class CellModel
{
    Mat<Targets, Features> Wx;
    Mat<Targets, Targets> Wh;
    Vec<Targets> b;

    [State]
    Vec<Targets> h;

    Vec<Targets> Step(Vec<Features> x)
    {
        h = Tanh(Wx * x + Wh * h + b);
        return 2 * h;
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class CellModelTraining
{
    CellModel cell;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(cell.Scan(xs), targets);
}
