using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>
/// The states of one <c>Final</c> come from one loop, whose noise is drawn once; a call of which nothing is used counts its noise too, as
/// the reference execution does.
/// </summary>
[Layer]
public partial class NoisyFinalNet
{
    NoisyPair<Features, Units> cell;
    NoisyDense<Units, Units> middle;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var (h, c) = cell.Final(xs);
        var unheard = middle.Apply(h);
        var again = cell.Final(xs);
        return head.Apply(Dropout(h, 0.25f) + c + again.c * middle.Apply(again.h));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class NoisyFinalTraining
{
    NoisyFinalNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
