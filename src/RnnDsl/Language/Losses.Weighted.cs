using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl;

/// <content>
/// Losses of which each step has a weight, such as a mask of ones and zeros: means over the steps that count. Where all weights of a
/// sequence are 0, so is its loss.
/// </content>
public static partial class Losses
{
    /// <summary>The weighted mean over the steps of the mean squared difference of the elements.</summary>
    /// <param name="prediction">The model's outputs.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar MeanSquaredError<D>(Seq<D> prediction, Seq<D> target, Scalars weights)
        where D : IDim => Mean(Mean(Square(prediction - target), weights));

    /// <summary>The weighted mean over the steps of the squared differences.</summary>
    /// <param name="prediction">The model's outputs.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar MeanSquaredError(Scalars prediction, Scalars target, Scalars weights) =>
        Mean(Square(prediction - target), weights);

    /// <summary>The weighted mean over the steps of the mean absolute difference of the elements.</summary>
    /// <param name="prediction">The model's outputs.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar MeanAbsoluteError<D>(Seq<D> prediction, Seq<D> target, Scalars weights)
        where D : IDim => Mean(Mean(Abs(prediction - target), weights));

    /// <summary>The weighted mean over the steps of the absolute differences.</summary>
    /// <param name="prediction">The model's outputs.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar MeanAbsoluteError(Scalars prediction, Scalars target, Scalars weights) =>
        Mean(Abs(prediction - target), weights);

    /// <summary>The weighted mean over the steps of the cross-entropy, in nats.</summary>
    /// <param name="logits">The model's outputs before the softmax, at each step.</param>
    /// <param name="target">A distribution for each step.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar CrossEntropy<D>(Seq<D> logits, Seq<D> target, Scalars weights)
        where D : IDim => -2 * Sum(Mean(target * logits.Map(x => HalfLogSoftmax(x)), weights));

    /// <summary>
    /// The weighted mean over the steps of the cross-entropy between the right class and the softmax of the logits, in nats.
    /// </summary>
    /// <param name="logits">The model's outputs before the softmax, at each step.</param>
    /// <param name="labels">The right class of each step.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar CrossEntropy<V>(Seq<V> logits, Tokens<V> labels, Scalars weights)
        where V : IDim => -Sum(Mean(OneHot(labels) * LogSoftmax(logits), weights));

    /// <summary>The weighted mean over the steps of the mean cross-entropy of a probability and a logit's sigmoid, in nats.</summary>
    /// <param name="logits">The model's outputs before the sigmoid, at each step.</param>
    /// <param name="target">Probabilities for each step: 1 for yes, 0 for no.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar BinaryCrossEntropy<D>(Seq<D> logits, Seq<D> target, Scalars weights)
        where D : IDim => Mean(Mean(Softplus(logits) - logits * target, weights));

    /// <summary>The weighted mean over the steps of the cross-entropy of a probability and a logit's sigmoid, in nats.</summary>
    /// <param name="logits">The model's output before the sigmoid, at each step.</param>
    /// <param name="target">A probability for each step: 1 for yes, 0 for no.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar BinaryCrossEntropy(Scalars logits, Scalars target, Scalars weights) =>
        Mean(Softplus(logits) - logits * target, weights);
}
