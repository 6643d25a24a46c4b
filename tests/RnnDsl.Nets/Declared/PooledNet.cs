using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Sequences that distributions over their steps pool: of all steps, of those that a mask lets through, and by weights.</summary>
[Layer]
public partial class PooledNet
{
    SimpleRnn<Features, Units> rnn;
    Mat<Units, Units> W;
    Vec<Units> v;
    Dense<Units, Targets> head;
    Vec<Targets> b;

    public Vec<Targets> Forward(Seq<Features> xs)
    {
        var hs = rnn.Scan(xs);
        var scores = hs.Map(h => Sum(v * Tanh(W * h)));
        var isHigh = xs.Map(x => Sum(x)) >= 0.1f;
        var pooled =
            Sum(Softmax(scores) * hs) + 0.5f * Sum(Softmax(2 * scores, isHigh) * hs) - Mean(hs, Sigmoid(scores));
        return head.Apply(pooled) + b * (LogSumExp(scores) - Mean(LogSoftmax(scores), Square(scores)));
    }
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class PooledTraining
{
    PooledNet model;

    public Scalar Loss(Seq<Features> xs, Vec<Targets> target) => MeanSquaredError(model.Forward(xs), target);
}
