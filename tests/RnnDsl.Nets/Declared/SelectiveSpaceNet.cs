using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

[Layer]
public partial class SelectiveSpaceNet
{
    SelectiveSpace<Features, Units, Targets> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(cell.Scan(xs));
}

[Training(Optimizer = typeof(RmsProp), LearningRate = 1e-2f)]
public partial class SelectiveSpaceTraining
{
    SelectiveSpaceNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
