using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

[Layer]
public partial class OldMemoryNet
{
    OldMemory<Features, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class OldMemoryTraining
{
    OldMemoryNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
