using static RnnDsl.Equations;

namespace RnnDsl;

/// <summary>
/// Functions on vectors and sequences, declared in the language: <c>using static RnnDsl.Functions;</c>.
/// </summary>
[Functions]
public static partial class Functions
{
    /// <summary>The mean of a vector's elements.</summary>
    public static Scalar Mean<D>(Vec<D> x)
        where D : IDim => Sum(x) / Size(x);

    /// <summary>The mean over time: element by element, of the vectors of all steps.</summary>
    public static Vec<D> Mean<D>(Seq<D> xs)
        where D : IDim => Sum(xs) / Length(xs);

    /// <summary>The mean over time of the numbers of all steps.</summary>
    public static Scalar Mean(Scalars xs) => Sum(xs) / Length(xs);

    /// <summary>
    /// In training each element keeps its previous value with the probability <paramref name="rate"/>; in inference it is the
    /// expectation, <c>rate * before + (1 - rate) * next</c> (Krueger et al. 2016, "Zoneout: Regularizing RNNs by randomly preserving
    /// hidden activations"). For the states of a cell, in its <c>Step</c>.
    /// </summary>
    /// <param name="next">The state that the equations give.</param>
    /// <param name="before">The state of the step before.</param>
    /// <param name="rate">A constant, at least 0 and below 1.</param>
    public static Vec<D> Zoneout<D>(Vec<D> next, Vec<D> before, float rate)
        where D : IDim => next + Keep(before - next, rate);

    /// <summary>The sum of the squares of a vector's elements.</summary>
    public static Scalar SumOfSquares<D>(Vec<D> x)
        where D : IDim => Sum(Square(x));

    /// <summary>
    /// The logarithms of <see cref="Softmax{D}(Vec{D})"/>. The largest element is subtracted first, so that no exponential
    /// overflows; the result does not depend on it, so no derivative flows through it.
    /// </summary>
    public static Vec<D> LogSoftmax<D>(Vec<D> x)
        where D : IDim
    {
        var max = StopGradient(Max(x));
        var shifted = x - max;
        return shifted - Log(Sum(Exp(shifted)));
    }

    /// <summary><see cref="LogSoftmax{D}(Vec{D})"/> of each step.</summary>
    public static Seq<D> LogSoftmax<D>(Seq<D> xs)
        where D : IDim => xs.Map(x => LogSoftmax(x));

    /// <summary>
    /// The logarithm of the sum of the exponentials of a vector's elements, of which none overflows. Its derivatives are the
    /// <see cref="Softmax{D}(Vec{D})"/>.
    /// </summary>
    public static Scalar LogSumExp<D>(Vec<D> x)
        where D : IDim
    {
        var max = StopGradient(Max(x));
        return max + Log(Sum(Exp(x - max)));
    }

    /// <summary>The logarithm of the sum over time of the exponentials: element by element, of the vectors of all steps.</summary>
    public static Vec<D> LogSumExp<D>(Seq<D> xs)
        where D : IDim
    {
        var max = StopGradient(Max(xs));
        return max + Log(Sum(Exp(xs - max)));
    }

    /// <summary>A distribution: the exponentials of the elements, divided by their sum.</summary>
    public static Vec<D> Softmax<D>(Vec<D> x)
        where D : IDim
    {
        var max = StopGradient(Max(x));
        var e = Exp(x - max);
        return e / Sum(e);
    }

    /// <summary><see cref="Softmax{D}(Vec{D})"/> of each step.</summary>
    public static Seq<D> Softmax<D>(Seq<D> xs)
        where D : IDim => xs.Map(x => Softmax(x));
}
