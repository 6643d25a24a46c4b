using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

[Dim(1)]
public readonly struct One : IDim;

[Dim(2)]
public readonly struct Two : IDim;

[Dim(3)]
public readonly struct Three : IDim;

/// <summary>The library's stacks: of several depths, and of a depth that goes through a layer between.</summary>
[Layer]
public partial class StacksNet
{
    Stack<Lstm<Features, Units>, Lstm<Units, Units>, Features, Units, Three> high;
    Stack<Gru<Features, Units>, Gru<Units, Units>, Features, Units, One> low;
    Tower<Units, Two> tower;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs) => head.Apply(tower.Apply(high.Apply(xs) * low.Apply(xs)).Last);
}

/// <summary>A stack as deep as its user says.</summary>
[Layer]
public partial class Tower<H, Storeys>
    where H : IDim
    where Storeys : IDim
{
    Stack<Gru<H, H>, Gru<H, H>, H, H, Storeys> stack;

    [Count(nameof(Storeys))]
    Dense<H, H>[] skips;

    public Seq<H> Apply(Seq<H> xs)
    {
        var high = stack.Apply(xs);
        foreach (var skip in skips)
        {
            high += Tanh(skip.Apply(xs));
        }

        return high;
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class StacksTraining
{
    StacksNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
