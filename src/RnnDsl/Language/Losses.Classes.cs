using static RnnDsl.Equations;
using static RnnDsl.Functions;

namespace RnnDsl;

/// <content>Cross-entropies with smoothed labels and weights of classes.</content>
public static partial class Losses
{
    /// <summary>
    /// The cross-entropy with a share of each target spread evenly over all classes, in nats (Szegedy et al. 2016, "Rethinking the inception
    /// architecture for computer vision", section 7).
    /// </summary>
    /// <param name="logits">The model's outputs before the softmax.</param>
    /// <param name="label">The right class.</param>
    /// <param name="smoothing">The share, from 0 to 1.</param>
    public static Scalar SmoothedCrossEntropy<V>(Vec<V> logits, Token<V> label, float smoothing)
        where V : IDim => (1 - smoothing) * CrossEntropy(logits, label) - 2 * smoothing * Mean(HalfLogSoftmax(logits));

    /// <summary>The mean over the steps of <see cref="SmoothedCrossEntropy{V}(Vec{V}, Token{V}, float)"/>.</summary>
    /// <param name="logits">The model's outputs before the softmax, at each step.</param>
    /// <param name="labels">The right class of each step.</param>
    /// <param name="smoothing">The share, from 0 to 1.</param>
    public static Scalar SmoothedCrossEntropy<V>(Seq<V> logits, Tokens<V> labels, float smoothing)
        where V : IDim =>
        (1 - smoothing) * CrossEntropy(logits, labels) - 2 * smoothing * Mean(Mean(logits.Map(x => HalfLogSoftmax(x))));

    /// <summary>The cross-entropy times the weight of the right class, in nats.</summary>
    /// <param name="logits">The model's outputs before the softmax.</param>
    /// <param name="label">The right class.</param>
    /// <param name="weights">The weight of each class, such as a <c>[Constant]</c> of the model; at least 0.</param>
    public static Scalar WeightedCrossEntropy<V>(Vec<V> logits, Token<V> label, Vec<V> weights)
        where V : IDim => Sum(OneHot(label) * weights) * CrossEntropy(logits, label);

    /// <summary>
    /// The mean over the steps of the cross-entropy, weighted by the weight of the right class, in nats: a class of weight 0, such as a token
    /// that fills sequences up, is ignored, and takes no part in the mean. Where all weights are 0, so is the loss.
    /// </summary>
    /// <param name="logits">The model's outputs before the softmax, at each step.</param>
    /// <param name="labels">The right class of each step.</param>
    /// <param name="weights">The weight of each class, such as a <c>[Constant]</c> of the model; at least 0.</param>
    public static Scalar WeightedCrossEntropy<V>(Seq<V> logits, Tokens<V> labels, Vec<V> weights)
        where V : IDim
    {
        var weight = Sum(Sum(OneHot(labels) * weights));
        return -2 * Sum(Sum(OneHot(labels) * weights * logits.Map(x => HalfLogSoftmax(x)))) / Max(weight, 1e-30f);
    }

    /// <summary>
    /// The cross-entropy times a power of the probability of all other classes, in nats, so that what is easy counts less (Lin et al. 2017,
    /// "Focal loss for dense object detection").
    /// </summary>
    /// <param name="logits">The model's outputs before the softmax.</param>
    /// <param name="label">The right class.</param>
    /// <param name="gamma">The power, at least 0; 0 is the cross-entropy, and the paper has 2.</param>
    public static Scalar FocalLoss<V>(Vec<V> logits, Token<V> label, float gamma)
        where V : IDim
    {
        var loss = CrossEntropy(logits, label);
        return Pow(Max(1e-30f, -Expm1(-loss)), gamma) * loss;
    }
}
