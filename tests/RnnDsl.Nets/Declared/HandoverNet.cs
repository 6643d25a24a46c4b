using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>States that go from cell to cell: of other states, in another direction, in part, and of a cell to itself.</summary>
[Layer]
public partial class HandoverNet
{
    Lstm<Features, Units> back;
    Lstm<Features, Units> cell;
    Gru<Features, Units> gru;
    Vec<Units> c0;
    Dense<Units, Targets> head;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var start = back.Final(Reverse(xs));
        var middle = cell.Final(xs, from: start with { c = c0 * start.h });
        var end = cell.Final(xs, from: middle);
        var last = gru.Scan(xs, Start(end)).Last;
        return head.Apply(last + end.c);
    }

    private static Gru<Features, Units>.State Start(Lstm<Features, Units>.State lstm) => new(h: lstm.h - lstm.c);
}

[Training(Optimizer = typeof(Sgd), LearningRate = 1e-2f)]
public partial class HandoverTraining
{
    HandoverNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
