using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Layers that are generic over their cells, with cells of the library and of this assembly.</summary>
[Layer]
public partial class ResidualNet
{
    Stack<Readout<Features, Units>, GruResetAfter<Units, Units>, Features, Units, Two> stack;

    [Count(2)]
    Residual<Readout<Units, Units>, Units>[] residuals;
    Bidirectional<Lstm<Units, Units>, Units, Units> both;
    Dense<Cat<Units, Units>, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var hs = stack.Apply(xs);
        foreach (var residual in residuals)
        {
            hs = residual.Apply(hs);
        }

        return head.Apply(both.Final(hs) + Mean(residuals[0].Ways(hs)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class ResidualTraining
{
    ResidualNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
