using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl;

/// <summary>
/// Losses, declared in the language: <c>using static RnnDsl.Losses;</c>. Those over sequences are means over the steps.
/// </summary>
[Functions]
public static partial class Losses
{
    /// <summary>The mean of the squared differences of the elements.</summary>
    public static Scalar MeanSquaredError<D>(Vec<D> prediction, Vec<D> target)
        where D : IDim => Mean(Square(prediction - target));

    /// <summary>The mean, over elements and steps, of the squared differences.</summary>
    public static Scalar MeanSquaredError<D>(Seq<D> prediction, Seq<D> target)
        where D : IDim => Mean(Mean(Square(prediction - target)));

    /// <summary>The mean, over the steps, of the squared differences.</summary>
    public static Scalar MeanSquaredError(Scalars prediction, Scalars target) => Mean(Square(prediction - target));

    /// <summary>The mean of the absolute differences of the elements.</summary>
    public static Scalar MeanAbsoluteError<D>(Vec<D> prediction, Vec<D> target)
        where D : IDim => Mean(Abs(prediction - target));

    /// <summary>The mean, over elements and steps, of the absolute differences.</summary>
    public static Scalar MeanAbsoluteError<D>(Seq<D> prediction, Seq<D> target)
        where D : IDim => Mean(Mean(Abs(prediction - target)));

    /// <summary>The mean, over the steps, of the absolute differences.</summary>
    public static Scalar MeanAbsoluteError(Scalars prediction, Scalars target) => Mean(Abs(prediction - target));

    /// <summary>The cross-entropy between a distribution and the softmax of the logits, in nats.</summary>
    /// <param name="logits">The model's outputs before the softmax.</param>
    /// <param name="target">A distribution: 1 at the right class and 0 elsewhere, or probabilities.</param>
    public static Scalar CrossEntropy<D>(Vec<D> logits, Vec<D> target)
        where D : IDim => -2 * Sum(target * HalfLogSoftmax(logits));

    /// <summary>The mean over the steps of the cross-entropy, in nats.</summary>
    /// <param name="logits">The model's outputs before the softmax, at each step.</param>
    /// <param name="target">A distribution for each step.</param>
    public static Scalar CrossEntropy<D>(Seq<D> logits, Seq<D> target)
        where D : IDim => -2 * Sum(Mean(target * logits.Map(x => HalfLogSoftmax(x))));

    /// <summary>The cross-entropy between the right class and the softmax of the logits, in nats.</summary>
    /// <param name="logits">The model's outputs before the softmax.</param>
    /// <param name="label">The right class.</param>
    public static Scalar CrossEntropy<V>(Vec<V> logits, Token<V> label)
        where V : IDim => NegativeLogLikelihood(LogSoftmax(logits), label);

    /// <summary>The mean over the steps of the cross-entropy between the right class and the softmax of the logits, in nats.</summary>
    /// <param name="logits">The model's outputs before the softmax, at each step.</param>
    /// <param name="labels">The right class of each step.</param>
    public static Scalar CrossEntropy<V>(Seq<V> logits, Tokens<V> labels)
        where V : IDim => NegativeLogLikelihood(LogSoftmax(logits), labels);

    /// <summary>The negative log-likelihood of the right class, in nats.</summary>
    /// <param name="logProbabilities">The logarithms of a distribution, such as a <c>LogSoftmax</c>.</param>
    /// <param name="label">The right class.</param>
    public static Scalar NegativeLogLikelihood<V>(Vec<V> logProbabilities, Token<V> label)
        where V : IDim => -Sum(OneHot(label) * logProbabilities);

    /// <summary>The mean over the steps of the negative log-likelihoods of the right classes, in nats.</summary>
    /// <param name="logProbabilities">The logarithms of a distribution for each step, such as a <c>LogSoftmax</c>.</param>
    /// <param name="labels">The right class of each step.</param>
    public static Scalar NegativeLogLikelihood<V>(Seq<V> logProbabilities, Tokens<V> labels)
        where V : IDim => -Sum(Mean(OneHot(labels) * logProbabilities));

    /// <summary>
    /// The mean over the elements of the cross-entropy between a probability and the sigmoid of a logit, in nats:
    /// <c>Softplus(x) - x * target</c>, so that no exponential overflows.
    /// </summary>
    /// <param name="logits">The model's outputs before the sigmoid.</param>
    /// <param name="target">Probabilities: 1 for yes, 0 for no.</param>
    public static Scalar BinaryCrossEntropy<D>(Vec<D> logits, Vec<D> target)
        where D : IDim => Mean(Softplus(logits) - logits * target);

    /// <summary>The mean over elements and steps of the cross-entropy of a probability and a logit's sigmoid, in nats.</summary>
    /// <param name="logits">The model's outputs before the sigmoid, at each step.</param>
    /// <param name="target">Probabilities for each step: 1 for yes, 0 for no.</param>
    public static Scalar BinaryCrossEntropy<D>(Seq<D> logits, Seq<D> target)
        where D : IDim => Mean(Mean(Softplus(logits) - logits * target));

    /// <summary>
    /// The cross-entropy between a probability and the sigmoid of one logit, in nats; as
    /// <see cref="BinaryCrossEntropy{D}(Vec{D}, Vec{D})"/> of one element.
    /// </summary>
    /// <param name="logit">The model's output before the sigmoid.</param>
    /// <param name="target">A probability: 1 for yes, 0 for no.</param>
    public static Scalar BinaryCrossEntropy(Scalar logit, Scalar target) => Softplus(logit) - logit * target;

    /// <summary>
    /// The mean over the steps of the cross-entropy of a probability and a logit's sigmoid, in nats; as
    /// <see cref="BinaryCrossEntropy{D}(Seq{D}, Seq{D})"/> of one element.
    /// </summary>
    /// <param name="logits">The model's output before the sigmoid, at each step.</param>
    /// <param name="target">A probability for each step: 1 for yes, 0 for no.</param>
    public static Scalar BinaryCrossEntropy(Scalars logits, Scalars target) => Mean(Softplus(logits) - logits * target);

    /// <summary>
    /// Half of <c>LogSoftmax</c>, bit for bit. A difference of two floats may be infinite, and no target of 0 times that is 0; half of
    /// it is always finite.
    /// </summary>
    private static Vec<D> HalfLogSoftmax<D>(Vec<D> x)
        where D : IDim
    {
        var max = StopGradient(Max(x));
        var shifted = 0.5f * x - 0.5f * max;
        return shifted - 0.5f * Log(Sum(Exp(x - max)));
    }
}
