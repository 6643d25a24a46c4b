using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Training;

/// <summary>What the tests train: a model in which each argument of the loss can be told from the others.</summary>
public sealed partial class SampleDataTests
{
    [Dim(3)]
    public readonly struct Features : IDim;

    [Dim(1)]
    public readonly struct One : IDim;

    [Dim(2)]
    public readonly struct Few : IDim;

    [Layer]
    public partial class Line
    {
        Vec<Features> w;

        public Scalar Forward(Vec<Features> x) => Sum(w * x);
    }

    [Training(Optimizer = typeof(Sgd), LearningRate = 0.1f)]
    public partial class VectorWeighted
    {
        Line model;

        Scalar Loss(Vec<Features> x, Vec<One> y, Vec<Few> weights) => Sum(weights) * Square(model.Forward(x) - Sum(y));
    }

    [Training(Optimizer = typeof(Sgd), LearningRate = 0.1f)]
    public partial class NumberWeighted
    {
        Line model;

        Scalar Loss(Vec<Features> x, Vec<One> y, Scalar weight) => weight * Square(model.Forward(x) - Sum(y));
    }

    [Training(Optimizer = typeof(Sgd), LearningRate = 0.1f, Truncate = 2)]
    public partial class WindowWeighted
    {
        Line model;

        Scalar Loss(Seq<Features> xs, Scalar weight) => weight * Square(model.Forward(Mean(xs)) - 1);
    }

    [Layer]
    public partial class Map<X, Y>
        where X : IDim
        where Y : IDim
    {
        Mat<Y, X> W;

        public Vec<Y> Forward(Vec<X> x) => W * x;
    }

    [Training]
    public partial class SquareTraining
    {
        Map<Features, Features> model;

        Scalar Loss(Vec<Features> x, Vec<Features> y) => MeanSquaredError(model.Forward(x), y);
    }

    [Training]
    public partial class JoinTraining
    {
        Map<Cat<Few, Features>, Few> model;

        Scalar Loss(Vec<Few> x, Vec<Features> y) => Sum(model.Forward(Concat(x, y)));
    }
}
