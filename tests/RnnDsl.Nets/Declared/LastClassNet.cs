using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>A classifier of the last step.</summary>
[Layer]
public partial class LastClassNet
{
    GruResetAfter<Features, Units> cell;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs).Last);
}

[Training(Optimizer = typeof(Sgd), LearningRate = 1e-2f)]
public partial class LastClassTraining
{
    LastClassNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> scores) => CrossEntropy(model.Forward(xs), Softmax(scores));
}
