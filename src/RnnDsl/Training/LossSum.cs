namespace RnnDsl.Training;

/// <summary>A weighted sum of losses.</summary>
/// <param name="Sum">The sum of losses times weights.</param>
/// <param name="Weight">The sum of the weights.</param>
internal readonly record struct LossSum(double Sum, double Weight)
{
    public double Mean => Sum / Weight;

    public static LossSum operator +(LossSum left, LossSum right) =>
        new(left.Sum + right.Sum, left.Weight + right.Weight);

    /// <summary>The sum with one more loss.</summary>
    public LossSum With(double loss, double weight) => new(Sum + (loss * weight), Weight + weight);
}
