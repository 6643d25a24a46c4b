using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Parts of a sequence, of the vector of a step, of a parameter and of an argument that a layer gets.</summary>
[Layer]
public partial class PartedNet
{
    Parted<Features, Units> cell;
    PartedHead<Units, Targets> head;
    Vec<Cat<Targets, Units>> scale;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var states = cell.Scan(xs);
        var (outputs, memory) = Split(states);
        var summed = states.Map(z => First(z) * Second(scale) + Second(z));
        return head.Apply(Concat(outputs * memory, summed)) * (First(scale) + 1);
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class PartedTraining
{
    PartedNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
