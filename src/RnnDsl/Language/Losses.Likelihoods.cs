using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl;

/// <content>Likelihoods of numbers and counts.</content>
public static partial class Losses
{
    /// <summary>
    /// The negative log-likelihood of a normal distribution, in nats: <c>z * z / 2 + log(deviation) + log(2 pi) / 2</c> with
    /// <c>z = (target - mean) / deviation</c>.
    /// </summary>
    /// <param name="mean">The model's mean.</param>
    /// <param name="logDeviation">The logarithm of the model's standard deviation, any number.</param>
    /// <param name="target">What was observed.</param>
    public static Scalar GaussianLoss(Scalar mean, Scalar logDeviation, Scalar target) =>
        0.5f * Square((target - mean) * Rate(logDeviation)) + logDeviation + 0.918938533204672742;

    /// <summary>The mean over elements of <see cref="GaussianLoss(Scalar, Scalar, Scalar)"/>.</summary>
    public static Scalar GaussianLoss<D>(Vec<D> mean, Vec<D> logDeviation, Vec<D> target)
        where D : IDim =>
        Mean(0.5f * Square((target - mean) * Rate(logDeviation)) + logDeviation + 0.918938533204672742);

    /// <summary>The mean over elements and steps of <see cref="GaussianLoss(Scalar, Scalar, Scalar)"/>.</summary>
    public static Scalar GaussianLoss<D>(Seq<D> mean, Seq<D> logDeviation, Seq<D> target)
        where D : IDim =>
        Mean(Mean(0.5f * Square((target - mean) * Rate(logDeviation)) + logDeviation + 0.918938533204672742));

    /// <summary>
    /// The negative log-likelihood of a Laplace distribution, in nats: <c>|target - median| / scale + log(2 scale)</c>.
    /// </summary>
    /// <param name="median">The model's median.</param>
    /// <param name="logScale">The logarithm of the model's scale, the mean distance from the median; any number.</param>
    /// <param name="target">What was observed.</param>
    public static Scalar LaplaceLoss(Scalar median, Scalar logScale, Scalar target) =>
        Abs(target - median) * Rate(logScale) + logScale + 0.693147180559945309;

    /// <summary>The mean over elements of <see cref="LaplaceLoss(Scalar, Scalar, Scalar)"/>.</summary>
    public static Scalar LaplaceLoss<D>(Vec<D> median, Vec<D> logScale, Vec<D> target)
        where D : IDim => Mean(Abs(target - median) * Rate(logScale) + logScale + 0.693147180559945309);

    /// <summary>The mean over elements and steps of <see cref="LaplaceLoss(Scalar, Scalar, Scalar)"/>.</summary>
    public static Scalar LaplaceLoss<D>(Seq<D> median, Seq<D> logScale, Seq<D> target)
        where D : IDim => Mean(Mean(Abs(target - median) * Rate(logScale) + logScale + 0.693147180559945309));

    /// <summary>
    /// The negative log-likelihood of Student's t-distribution, in nats. Its tails are heavy: a value far off has a bounded derivative.
    /// </summary>
    /// <param name="location">The model's location.</param>
    /// <param name="logScale">The logarithm of the model's scale, any number.</param>
    /// <param name="target">What was observed.</param>
    /// <param name="freedom">The degrees of freedom, above 0; 1 is the Cauchy distribution.</param>
    public static Scalar StudentLoss(Scalar location, Scalar logScale, Scalar target, float freedom) =>
        (0.5f * (freedom + 1)) * LogOnePlusSquare((target - location) * Rate(logScale) / Sqrt(freedom))
        + logScale
        + 0.572364942924700087
        + 0.5f * Log(freedom)
        + LogGamma(0.5f * freedom)
        - LogGamma(0.5f * (freedom + 1));

    /// <summary>The mean over elements of <see cref="StudentLoss(Scalar, Scalar, Scalar, float)"/>.</summary>
    public static Scalar StudentLoss<D>(Vec<D> location, Vec<D> logScale, Vec<D> target, float freedom)
        where D : IDim =>
        Mean(
            (0.5f * (freedom + 1)) * LogOnePlusSquare((target - location) * Rate(logScale) / Sqrt(freedom))
                + logScale
                + 0.572364942924700087
                + 0.5f * Log(freedom)
                + LogGamma(0.5f * freedom)
                - LogGamma(0.5f * (freedom + 1))
        );

    /// <summary>The mean over elements and steps of <see cref="StudentLoss(Scalar, Scalar, Scalar, float)"/>.</summary>
    public static Scalar StudentLoss<D>(Seq<D> location, Seq<D> logScale, Seq<D> target, float freedom)
        where D : IDim =>
        Mean(
            Mean(
                (0.5f * (freedom + 1)) * LogOnePlusSquare((target - location) * Rate(logScale) / Sqrt(freedom))
                    + logScale
                    + 0.572364942924700087
                    + 0.5f * Log(freedom)
                    + LogGamma(0.5f * freedom)
                    - LogGamma(0.5f * (freedom + 1))
            )
        );

    /// <summary>
    /// The negative log-likelihood of a Poisson distribution, in nats: <c>exp(logRate) - target * logRate + log(target!)</c>.
    /// </summary>
    /// <param name="logRate">The logarithm of the model's rate, any number.</param>
    /// <param name="target">A count: 0, 1, 2, ...</param>
    public static Scalar PoissonLoss(Scalar logRate, Scalar target) =>
        Exp(logRate) - target * logRate + LogGamma(target + 1);

    /// <summary>The mean over elements of <see cref="PoissonLoss(Scalar, Scalar)"/>.</summary>
    public static Scalar PoissonLoss<D>(Vec<D> logRate, Vec<D> target)
        where D : IDim => Mean(Exp(logRate) - target * logRate + LogGamma(target + 1));

    /// <summary>The mean over elements and steps of <see cref="PoissonLoss(Scalar, Scalar)"/>.</summary>
    public static Scalar PoissonLoss<D>(Seq<D> logRate, Seq<D> target)
        where D : IDim => Mean(Mean(Exp(logRate) - target * logRate + LogGamma(target + 1)));

    /// <summary>
    /// The negative log-likelihood of a negative binomial distribution, in nats: that of counts whose variance is
    /// <c>mean + mean * mean / shape</c>, above that of Poisson. For shapes above some 1000 floats lose what the gamma functions differ by: use
    /// <see cref="PoissonLoss(Scalar, Scalar)"/>.
    /// </summary>
    /// <param name="logMean">The logarithm of the model's mean, any number.</param>
    /// <param name="logShape">The logarithm of the shape, up to some 7.</param>
    /// <param name="target">A count: 0, 1, 2, ...</param>
    public static Scalar NegativeBinomialLoss(Scalar logMean, Scalar logShape, Scalar target) =>
        LogGamma(target + 1)
        + LogGamma(Exp(Bounded(logShape)))
        - LogGamma(target + Exp(Bounded(logShape)))
        + Exp(Bounded(logShape)) * Softplus(logMean - Bounded(logShape))
        + target * Softplus(Bounded(logShape) - logMean);

    /// <summary>The mean over elements of <see cref="NegativeBinomialLoss(Scalar, Scalar, Scalar)"/>.</summary>
    public static Scalar NegativeBinomialLoss<D>(Vec<D> logMean, Vec<D> logShape, Vec<D> target)
        where D : IDim =>
        Mean(
            LogGamma(target + 1)
                + LogGamma(Exp(Bounded(logShape)))
                - LogGamma(target + Exp(Bounded(logShape)))
                + Exp(Bounded(logShape)) * Softplus(logMean - Bounded(logShape))
                + target * Softplus(Bounded(logShape) - logMean)
        );

    /// <summary>The mean over elements and steps of <see cref="NegativeBinomialLoss(Scalar, Scalar, Scalar)"/>.</summary>
    public static Scalar NegativeBinomialLoss<D>(Seq<D> logMean, Seq<D> logShape, Seq<D> target)
        where D : IDim =>
        Mean(
            Mean(
                LogGamma(target + 1)
                    + LogGamma(Exp(Bounded(logShape)))
                    - LogGamma(target + Exp(Bounded(logShape)))
                    + Exp(Bounded(logShape)) * Softplus(logMean - Bounded(logShape))
                    + target * Softplus(Bounded(logShape) - logMean)
            )
        );

    /// <summary>
    /// The negative log-likelihood of a mixture of normal distributions of one number, in nats (Bishop 1994, "Mixture density networks").
    /// </summary>
    /// <param name="logits">The weights of the components, before their softmax.</param>
    /// <param name="means">The means of the components.</param>
    /// <param name="logDeviations">The logarithms of their standard deviations.</param>
    /// <param name="target">What was observed.</param>
    public static Scalar GaussianMixtureLoss<K>(Vec<K> logits, Vec<K> means, Vec<K> logDeviations, Scalar target)
        where K : IDim =>
        0.918938533204672742
        - LogSumExp(LogSoftmax(logits) - 0.5f * Square((target - means) * Rate(logDeviations)) - logDeviations);

    /// <summary>
    /// <c>log(1 + x * x)</c>, whose square overflows nowhere: of the larger of |x| and 1 the logarithm twice, and the quotient of both. At 1
    /// one of them has the whole derivative.
    /// </summary>
    private static Scalar LogOnePlusSquare(Scalar x)
    {
        var large = Max(Abs(x), 1);
        return 2 * Log(large) + Log(1 + Square(Min(1, Abs(x)) / large));
    }

    private static Vec<D> LogOnePlusSquare<D>(Vec<D> x)
        where D : IDim
    {
        var large = Max(Abs(x), 1);
        return 2 * Log(large) + Log(1 + Square(Min(1, Abs(x)) / large));
    }

    private static Seq<D> LogOnePlusSquare<D>(Seq<D> x)
        where D : IDim
    {
        var large = Max(Abs(x), 1);
        return 2 * Log(large) + Log(1 + Square(Min(1, Abs(x)) / large));
    }

    /// <summary>One over a scale. One below exp(-60) counts as that, so that it is finite, and 0 times it is 0.</summary>
    private static Scalar Rate(Scalar logScale) => Exp(Min(-logScale, 60));

    private static Vec<D> Rate<D>(Vec<D> logScale)
        where D : IDim => Exp(Min(-logScale, 60));

    private static Seq<D> Rate<D>(Seq<D> logScale)
        where D : IDim => Exp(Min(-logScale, 60));

    /// <summary>The logarithm of a shape, from -20 to 9: beyond, floats have no digits left of what the gamma functions differ by.</summary>
    private static Scalar Bounded(Scalar logShape) => Max(-20, Min(logShape, 9));

    private static Vec<D> Bounded<D>(Vec<D> logShape)
        where D : IDim => Max(-20, Min(logShape, 9));

    private static Seq<D> Bounded<D>(Seq<D> logShape)
        where D : IDim => Max(-20, Min(logShape, 9));
}
