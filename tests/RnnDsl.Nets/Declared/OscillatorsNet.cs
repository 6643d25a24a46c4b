using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Settings of cells: shared by name, fixed, under another name, and one that the layer has as well.</summary>
[Layer]
public partial class OscillatorsNet
{
    readonly float gamma = 1.5f;

    [With("epsilon", 0.75f)]
    Oscillators<Features, Units> first;

    [With("dt", "slowDt"), With("epsilon", "damping")]
    [Count(2)]
    Oscillators<Units, Units>[] rest;

    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var ys = first.Scan(xs);
        foreach (var cell in rest)
        {
            ys = ys + Exp(-gamma) * cell.Scan(ys);
        }

        return head.Apply(ys);
    }
}

[Training(Optimizer = typeof(AdamW), LearningRate = 1e-2f)]
public partial class OscillatorsTraining
{
    OscillatorsNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
