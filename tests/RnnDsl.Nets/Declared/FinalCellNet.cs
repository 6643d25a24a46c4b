using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>The final cell state of an LSTM and its outputs, from one loop.</summary>
[Layer]
public partial class FinalCellNet
{
    Lstm<Features, Units> cell;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Final(xs).c + Mean(cell.Scan(xs)));
}

[Training(Optimizer = typeof(RmsProp), LearningRate = 1e-2f)]
public partial class FinalCellTraining
{
    FinalCellNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
