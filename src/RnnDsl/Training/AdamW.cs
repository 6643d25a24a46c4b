using System.Numerics;
using System.Runtime.InteropServices;

namespace RnnDsl.Training;

/// <summary>
/// Adam with decoupled weight decay: each step also shrinks every parameter by the fraction <c>learningRate * weightDecay</c>.
/// </summary>
/// <remarks>
/// Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2019), algorithm 2, scaled by the learning rate as in PyTorch:
/// <c>p = p * (1 - learningRate * weightDecay)</c>, then the step of <see cref="Adam"/>. Unlike a penalty on the squares in the
/// loss, the decay does not pass through Adam's running means. Rows of a table decay in the steps that pick them.
/// </remarks>
public sealed class AdamW : Adam
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">The learning rate, above 0.</param>
    /// <param name="weightDecay">The strength of the decay towards 0; at least 0.</param>
    /// <param name="beta1">Decay of the running mean of the gradient, at least 0 and below 1.</param>
    /// <param name="beta2">Decay of the running mean of its square, at least 0 and below 1.</param>
    /// <param name="epsilon">Keeps the division finite where gradients are 0; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public AdamW(
        float learningRate = 0.001f,
        float weightDecay = 0.01f,
        float beta1 = 0.9f,
        float beta2 = 0.999f,
        float epsilon = 1e-7f
    )
        : base(learningRate, beta1, beta2, epsilon)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weightDecay);
        if (!float.IsFinite(weightDecay))
        {
            throw new ArgumentOutOfRangeException(nameof(weightDecay), weightDecay, "A decay is finite.");
        }

        WeightDecay = weightDecay;
    }

    /// <summary>The strength of the decay towards 0.</summary>
    public float WeightDecay { get; }

    /// <inheritdoc/>
    protected internal override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
    {
        var rest = new Vector<float>((float)(1 - ((double)LearningRate * WeightDecay)));
        foreach (ref var vector in MemoryMarshal.Cast<float, Vector<float>>(values))
        {
            vector *= rest;
        }

        base.Apply(first, values, gradients);
    }
}
