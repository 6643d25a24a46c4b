using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Every function of elements, with numbers on either side.</summary>
[Cell]
public partial class Functions<X, H>
    where X : IDim
    where H : IDim
{
    Mat<H, X> W;
    Mat<H, H> U;
    Vec<H> p,
        q;

    [State]
    Vec<H> h;

    Vec<H> Step(Vec<X> x)
    {
        var s = W * x + U * h + p;
        var between = Max(-0.4, Min(s, 0.6)) + Min(0.5, Max(q, Min(s, h)));
        var positive = Exp(0.5 * Abs(s)) + Square(q);
        var roots = Sqrt(1 + Square(s)) / (1 + positive) - 2 / positive;
        var logs = Log(positive + 0.5) - Log(1.5 + Relu(s - 0.2));
        h = Tanh(between - roots * logs + Sigmoid(1 - s) / 2);
        return h;
    }
}

/// <summary>The same of vectors over time, and of scalars.</summary>
[Layer]
public partial class FunctionsNet
{
    Functions<Features, Units> cell;
    Dense<Units, Targets> head;

    public Seq<Targets> Forward(Seq<Features> xs)
    {
        var h = cell.Scan(xs);
        var last = h.Last;
        var scale = Max(Sqrt(1 + Abs(Sum(last))), 1.2) + Min(0.7, Max(last)) - Exp(-Square(Mean(last)));
        var shift = Log(2 + Tanh(Sum(last))) * Sigmoid(Min(scale, 1.4)) + Relu(Max(0.1, 1 - scale));
        return head.Apply(0.1 * LogSoftmax(h) + Min(0.2, Max(Softmax(h), Abs(h)))) * scale + shift;
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class FunctionsTraining
{
    FunctionsNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets) => MeanSquaredError(model.Forward(xs), targets);
}
