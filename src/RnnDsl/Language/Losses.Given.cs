using static RnnDsl.Equations;

namespace RnnDsl;

/// <content>Losses whose gradients the caller computes.</content>
public static partial class Losses
{
    /// <summary>
    /// A loss that the caller has computed, with its gradient by the prediction: for a reward, a structured loss, or another program. Its
    /// value is <paramref name="loss"/>, whatever the prediction; its derivative by the prediction is <paramref name="gradient"/>.
    /// </summary>
    /// <param name="prediction">What the model says of a sample.</param>
    /// <param name="gradient">The derivative of the loss by each element, at the prediction of the parameters of this step.</param>
    /// <param name="loss">The loss.</param>
    public static Scalar GivenLoss<D>(Vec<D> prediction, Vec<D> gradient, Scalar loss)
        where D : IDim => loss + Sum(gradient * (prediction - StopGradient(prediction)));

    /// <summary>As <see cref="GivenLoss{D}(Vec{D}, Vec{D}, Scalar)"/>, of a prediction at each step.</summary>
    /// <param name="prediction">What the model says of a sample.</param>
    /// <param name="gradient">The derivative of the sample's loss by each element of each step.</param>
    /// <param name="loss">The loss of the sample.</param>
    public static Scalar GivenLoss<D>(Seq<D> prediction, Seq<D> gradient, Scalar loss)
        where D : IDim => loss + Sum(Sum(gradient * (prediction - StopGradient(prediction))));

    /// <summary>As <see cref="GivenLoss{D}(Vec{D}, Vec{D}, Scalar)"/>, of one number.</summary>
    /// <param name="prediction">What the model says of a sample.</param>
    /// <param name="gradient">The derivative of the loss by it.</param>
    /// <param name="loss">The loss.</param>
    public static Scalar GivenLoss(Scalar prediction, Scalar gradient, Scalar loss) =>
        loss + gradient * (prediction - StopGradient(prediction));

    /// <summary>As <see cref="GivenLoss{D}(Vec{D}, Vec{D}, Scalar)"/>, of one number at each step.</summary>
    /// <param name="prediction">What the model says of a sample.</param>
    /// <param name="gradient">The derivative of the sample's loss by the number of each step.</param>
    /// <param name="loss">The loss of the sample.</param>
    public static Scalar GivenLoss(Scalars prediction, Scalars gradient, Scalar loss) =>
        loss + Sum(gradient * (prediction - StopGradient(prediction)));
}
