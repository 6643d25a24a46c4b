using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl;

/// <content>Losses that bound the weight of what is far off, of quantiles and of ranks.</content>
public static partial class Losses
{
    /// <summary>
    /// The pinball loss, whose least expectation is at a quantile: <c>quantile * e</c> where <c>e = target - prediction</c> is positive, else
    /// <c>(quantile - 1) * e</c> (Koenker and Bassett 1978, "Regression quantiles"). Its derivative by a prediction that is the target is
    /// <c>-quantile</c>.
    /// </summary>
    /// <param name="prediction">The model's quantile.</param>
    /// <param name="target">What was observed.</param>
    /// <param name="quantile">Between 0 and 1; 0.5 is the median, at half of the absolute error.</param>
    public static Scalar QuantileLoss(Scalar prediction, Scalar target, float quantile) =>
        Max(quantile * (target - prediction), (quantile - 1) * (target - prediction));

    /// <summary>The mean over elements of <see cref="QuantileLoss(Scalar, Scalar, float)"/>.</summary>
    public static Scalar QuantileLoss<D>(Vec<D> prediction, Vec<D> target, float quantile)
        where D : IDim => Mean(Max(quantile * (target - prediction), (quantile - 1) * (target - prediction)));

    /// <summary>The mean over elements and steps of <see cref="QuantileLoss(Scalar, Scalar, float)"/>.</summary>
    public static Scalar QuantileLoss<D>(Seq<D> prediction, Seq<D> target, float quantile)
        where D : IDim => Mean(Mean(Max(quantile * (target - prediction), (quantile - 1) * (target - prediction))));

    /// <summary>
    /// Half of the squared difference up to a distance of <paramref name="delta"/>, and linear beyond (Huber 1964, "Robust estimation of a
    /// location parameter"): no square overflows.
    /// </summary>
    /// <param name="prediction">The model's value.</param>
    /// <param name="target">What was observed.</param>
    /// <param name="delta">Where it becomes linear, above 0; the slope there.</param>
    public static Scalar HuberLoss(Scalar prediction, Scalar target, float delta) =>
        Min(Abs(prediction - target), delta) * (Abs(prediction - target) - 0.5f * Min(Abs(prediction - target), delta));

    /// <summary>The mean over elements of <see cref="HuberLoss(Scalar, Scalar, float)"/>.</summary>
    public static Scalar HuberLoss<D>(Vec<D> prediction, Vec<D> target, float delta)
        where D : IDim =>
        Mean(
            Min(Abs(prediction - target), delta)
                * (Abs(prediction - target) - 0.5f * Min(Abs(prediction - target), delta))
        );

    /// <summary>The mean over elements and steps of <see cref="HuberLoss(Scalar, Scalar, float)"/>.</summary>
    public static Scalar HuberLoss<D>(Seq<D> prediction, Seq<D> target, float delta)
        where D : IDim =>
        Mean(
            Mean(
                Min(Abs(prediction - target), delta)
                    * (Abs(prediction - target) - 0.5f * Min(Abs(prediction - target), delta))
            )
        );

    /// <summary>
    /// Bayesian personalized ranking: <c>-log(sigmoid(better - worse))</c>, in nats (Rendle et al. 2009, "BPR: Bayesian personalized ranking
    /// from implicit feedback").
    /// </summary>
    /// <param name="better">The score of what was chosen.</param>
    /// <param name="worse">The score of what was not, such as a random item.</param>
    public static Scalar RankingLoss(Scalar better, Scalar worse) => Softplus(worse - better);

    /// <summary>The mean over elements of <see cref="RankingLoss(Scalar, Scalar)"/>.</summary>
    public static Scalar RankingLoss<D>(Vec<D> better, Vec<D> worse)
        where D : IDim => Mean(Softplus(worse - better));

    /// <summary>The mean over elements and steps of <see cref="RankingLoss(Scalar, Scalar)"/>.</summary>
    public static Scalar RankingLoss<D>(Seq<D> better, Seq<D> worse)
        where D : IDim => Mean(Mean(Softplus(worse - better)));

    /// <summary>
    /// The cross-entropy of the right class among some that were sampled, in nats, for vocabularies that are too large for a softmax over all
    /// (Jean et al. 2015, "On using very large target vocabulary for neural machine translation").
    /// </summary>
    /// <param name="score">
    /// The score of the right class; for an unbiased gradient less the logarithm of how often it is sampled, as the others.
    /// </param>
    /// <param name="sampled">The scores of sampled classes.</param>
    public static Scalar SampledSoftmaxLoss<N>(Scalar score, Vec<N> sampled)
        where N : IDim => Softplus(LogSumExp(sampled - score));
}
