using static RnnDsl.Equations;

namespace RnnDsl;

/// <content>
/// Functions of a number for each step, over the steps: what pools a sequence with attention, <c>Sum(Softmax(scores) * xs)</c>.
/// </content>
public static partial class Functions
{
    // What a sum of weights is divided by at least: where all are 0, the mean is 0 and not no number.
    private const float LeastWeight = 1e-30f;

    /// <summary>The logarithm of the sum over time of the exponentials, of which none overflows.</summary>
    public static Scalar LogSumExp(Scalars xs)
    {
        var max = StopGradient(Max(xs));
        return max + Log(Sum(Exp(xs - max)));
    }

    /// <summary>A distribution over the steps: the exponentials of the scores, divided by their sum.</summary>
    /// <param name="scores">A number for each step.</param>
    public static Scalars Softmax(Scalars scores)
    {
        var e = Exp(scores - StopGradient(Max(scores)));
        return e / Sum(e);
    }

    /// <summary>
    /// A distribution over the steps that a mask lets through; the others have 0, whatever their scores are. Where it lets none through, all
    /// have 0.
    /// </summary>
    /// <param name="scores">A number for each step.</param>
    /// <param name="mask">Not 0 at the steps that take part, such as a comparison.</param>
    public static Scalars Softmax(Scalars scores, Scalars mask)
    {
        var max = StopGradient(Max(Equations.Where(mask, scores) + Unless(mask, -3e38f)));
        // Chosen before the exponential, which would be infinite for a score above the largest one that takes part.
        var e = Equations.Where(mask, Exp(Equations.Where(mask, scores - max)));
        return e / Max(Sum(e), LeastWeight);
    }

    /// <summary>The logarithms of <see cref="Softmax(Scalars)"/>.</summary>
    /// <param name="scores">A number for each step.</param>
    public static Scalars LogSoftmax(Scalars scores)
    {
        var shifted = scores - StopGradient(Max(scores));
        return shifted - Log(Sum(Exp(shifted)));
    }

    /// <summary>The weighted mean over time. Where all weights are 0, it is 0.</summary>
    /// <param name="xs">A number for each step.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Scalar Mean(Scalars xs, Scalars weights) => Sum(weights * xs) / Max(Sum(weights), LeastWeight);

    /// <summary>The weighted mean over time: element by element. Where all weights are 0, it is 0.</summary>
    /// <param name="xs">A vector for each step.</param>
    /// <param name="weights">The weight of each step, at least 0.</param>
    public static Vec<D> Mean<D>(Seq<D> xs, Scalars weights)
        where D : IDim => Sum(weights * xs) / Max(Sum(weights), LeastWeight);
}
