using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

[Layer]
public partial class MatrixMemoryNet
{
    MatrixMemory<Features, Units, Targets> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class MatrixMemoryTraining
{
    MatrixMemoryNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}

/// <summary>The same in windows of a sequence, from each of which the matrix is carried to the next.</summary>
[Training(Optimizer = typeof(Sgd), LearningRate = 0.1f, Truncate = 4, Stateful = true)]
public partial class MatrixWindowsTraining
{
    MatrixMemoryNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
