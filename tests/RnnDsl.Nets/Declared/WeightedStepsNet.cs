using RnnDsl.Cells;
using RnnDsl.Layers;
using RnnDsl.Training;
using static RnnDsl.Equations;
using static RnnDsl.Functions;
using static RnnDsl.Losses;

namespace RnnDsl.Tests.Nets.Declared;

/// <summary>Losses whose steps have weights, of which some are 0 and some depend on parameters.</summary>
[Layer]
public partial class WeightedStepsNet
{
    SimpleRnn<Features, Units> rnn;
    Dense<Units, Targets> head;
    Scalar strength;

    public Seq<Targets> Forward(Seq<Features> xs) => head.Apply(rnn.Scan(xs));

    public Scalars Weights(Seq<Features> xs) => Relu(xs.Map(x => Sum(x)) + 0.5f * Sigmoid(strength));
}

[Training(Optimizer = typeof(Adam), LearningRate = 1e-2f)]
public partial class WeightedStepsTraining
{
    WeightedStepsNet model;

    public Scalar Loss(Seq<Features> xs, Seq<Targets> targets)
    {
        var predicted = model.Forward(xs);
        var weights = model.Weights(xs);
        var sums = predicted.Map(x => Sum(x));
        var likely = Sigmoid(targets);
        return MeanSquaredError(predicted, targets, weights)
            + MeanAbsoluteError(predicted, targets - 3, weights)
            + CrossEntropy(predicted, Softmax(targets), weights)
            + BinaryCrossEntropy(predicted, likely, weights)
            + MeanSquaredError(sums, weights, weights)
            + MeanAbsoluteError(sums, weights - 9, weights)
            + BinaryCrossEntropy(sums, likely.Map(x => Mean(x)), weights);
    }
}
