using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>States of inner cells and of earlier steps that windows and streams carry on.</summary>
[Layer]
public partial class PacedSteps
{
    Paced<Features, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs));
}

[Training(Optimizer = typeof(Sgd), LearningRate = 1e-2f, Truncate = 4, Stateful = true)]
public partial class PacedWindows
{
    PacedSteps model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
