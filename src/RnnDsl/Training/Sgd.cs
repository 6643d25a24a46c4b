using System.Numerics;
using System.Runtime.InteropServices;

namespace RnnDsl.Training;

/// <summary>Stochastic gradient descent, optionally with momentum.</summary>
/// <remarks>
/// <c>v = momentum * v + g; p = p - learningRate * v</c>, and with Nesterov's look ahead (Sutskever et al. 2013)
/// <c>p = p - learningRate * (g + momentum * v)</c>. The learning rate is outside of v, as in PyTorch; Keras keeps it
/// inside, which differs only if the learning rate changes during training.
/// </remarks>
public sealed class Sgd : Optimizer
{
    private static readonly string[] names = ["velocity"];

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">The learning rate, above 0.</param>
    /// <param name="momentum">Fraction of the last update that is kept, at least 0 and below 1.</param>
    /// <param name="nesterov">Whether the gradient is followed by a look ahead along the momentum.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    /// <exception cref="ArgumentException">Nesterov without momentum.</exception>
    public Sgd(float learningRate = 0.01f, float momentum = 0, bool nesterov = false)
        : base(learningRate)
    {
        Momentum = OptimizerArgument.Decay(momentum, nameof(momentum));
        Nesterov =
            !nesterov || momentum > 0
                ? nesterov
                : throw new ArgumentException("Nesterov looks ahead along the momentum: expected one above 0.");
    }

    /// <summary>Fraction of the last update that is kept.</summary>
    public float Momentum { get; }

    /// <summary>Whether the gradient is followed by a look ahead along the momentum.</summary>
    public bool Nesterov { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateNames => Momentum > 0 ? names : [];

    /// <inheritdoc/>
    protected internal override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
    {
        if (Momentum > 0)
        {
            ApplyMomentum(values, gradients, State(0).Slice(first, values.Length));
            return;
        }

        var rate = new Vector<float>(LearningRate);
        var p = MemoryMarshal.Cast<float, Vector<float>>(values);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients)[..p.Length];
        for (var i = 0; i < p.Length; i++)
        {
            p[i] -= rate * g[i];
        }
    }

    private void ApplyMomentum(Span<float> values, ReadOnlySpan<float> gradients, Span<float> velocity)
    {
        var rate = new Vector<float>(LearningRate);
        var momentum = new Vector<float>(Momentum);
        var p = MemoryMarshal.Cast<float, Vector<float>>(values);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients)[..p.Length];
        var v = MemoryMarshal.Cast<float, Vector<float>>(velocity)[..p.Length];
        for (var i = 0; i < p.Length; i++)
        {
            var next = momentum * v[i] + g[i];
            v[i] = next;
            p[i] -= rate * (Nesterov ? g[i] + momentum * next : next);
        }
    }
}
