using System.Numerics;
using System.Runtime.InteropServices;

namespace RnnDsl.Training;

/// <summary>RMSprop: divides each gradient by a running root mean square of its past.</summary>
/// <remarks>
/// Tieleman and Hinton, lecture 6.5 of "Neural Networks for Machine Learning" (2012):
/// <c>v = rho * v + (1 - rho) * g * g; u = g / (sqrt(v) + epsilon)</c>, then <c>p = p - learningRate * u</c>, or with
/// momentum <c>b = momentum * b + u; p = p - learningRate * b</c>. Epsilon is added outside of the root, as in PyTorch;
/// Keras adds it inside, which matters only if gradients are about as small as the root of epsilon. The defaults of rho
/// and epsilon are those of Keras, 0.9 and 1e-7; PyTorch's are 0.99 and 1e-8.
/// </remarks>
public sealed class RmsProp : Optimizer
{
    private static readonly string[] names = ["square"];
    private static readonly string[] namesWithMomentum = ["square", "velocity"];

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">The learning rate, above 0.</param>
    /// <param name="rho">Decay of the running mean of the squared gradient, at least 0 and below 1.</param>
    /// <param name="momentum">Fraction of the last update that is kept, at least 0 and below 1.</param>
    /// <param name="epsilon">Keeps the division finite where gradients are 0; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public RmsProp(float learningRate = 0.001f, float rho = 0.9f, float momentum = 0, float epsilon = 1e-7f)
        : base(learningRate)
    {
        Rho = OptimizerArgument.Decay(rho, nameof(rho));
        Momentum = OptimizerArgument.Decay(momentum, nameof(momentum));
        Epsilon = OptimizerArgument.Positive(epsilon, nameof(epsilon));
    }

    /// <summary>Decay of the running mean of the squared gradient.</summary>
    public float Rho { get; }

    /// <summary>Fraction of the last update that is kept.</summary>
    public float Momentum { get; }

    /// <summary>The constant that is added to the root of the mean square.</summary>
    public float Epsilon { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateNames => Momentum > 0 ? namesWithMomentum : names;

    /// <inheritdoc/>
    protected internal override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
    {
        var square = State(0).Slice(first, values.Length);
        var velocity = Momentum > 0 ? State(1).Slice(first, values.Length) : [];
        var p = MemoryMarshal.Cast<float, Vector<float>>(values);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients)[..p.Length];
        var v = MemoryMarshal.Cast<float, Vector<float>>(square)[..p.Length];
        var b = MemoryMarshal.Cast<float, Vector<float>>(velocity);
        var (rho, rest) = (new Vector<float>(Rho), new Vector<float>(1 - Rho));
        var (rate, momentum) = (new Vector<float>(LearningRate), new Vector<float>(Momentum));
        var epsilon = new Vector<float>(Epsilon);
        for (var i = 0; i < p.Length; i++)
        {
            var next = rho * v[i] + rest * (g[i] * g[i]);
            v[i] = next;
            var update = g[i] / (Vector.SquareRoot(next) + epsilon);
            if (!b.IsEmpty)
            {
                update += momentum * b[i];
                b[i] = update;
            }

            p[i] -= rate * update;
        }
    }
}
