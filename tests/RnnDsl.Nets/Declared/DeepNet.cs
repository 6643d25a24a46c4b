using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Arrays of cells, of layers with noise, and of cells that hold an array; values and states go from turn to turn.</summary>
[Layer]
public partial class DeepNet
{
    Lstm<Features, Units> first;

    [Count(3)]
    Lstm<Units, Units>[] rest;

    [Count(2)]
    NoisyDense<Units, Units>[] between;

    [Count(1)]
    DeepCell<Units, Units>[] last;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var states = first.Scan(xs);
        var sum = states;
        foreach (var cell in rest)
        {
            states = cell.Scan(Dropout(states, 0.2f), from: new(Tanh(states.Last), states.Last));
            sum += states;
        }

        foreach (var layer in between)
            sum = sum.Map(x =>
            {
                foreach (var cell in between)
                    x = x + layer.Apply(cell.Apply(x));
                return x;
            });

        var end = rest[^1].Final(states);
        foreach (var cell in rest)
        {
            end = cell.Final(states, from: end);
        }

        return head.Apply(last[0].Scan(Deeper(sum)) + end.c);
    }

    private Seq<Units> Deeper(Seq<Units> xs)
    {
        foreach (var layer in between)
            xs = layer.Apply(xs);
        return between[1].Apply(xs);
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class DeepTraining
{
    DeepNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
