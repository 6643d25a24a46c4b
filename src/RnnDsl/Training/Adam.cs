using System.Numerics;
using System.Runtime.InteropServices;

namespace RnnDsl.Training;

/// <summary>Adam: adapts the step size of each parameter by running means of the gradient and of its square.</summary>
/// <remarks>
/// Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2014), algorithm 1 with its bias correction:
/// <c>m = beta1 * m + (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g * g;
/// p = p - learningRate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)</c>.
/// Epsilon is added after the correction, as in the paper and in PyTorch; Keras adds it before (the paper's "epsilon hat"),
/// which matters only if gradients are about as small as epsilon. The default of epsilon is that of Keras, 1e-7;
/// PyTorch's is 1e-8.
/// </remarks>
public class Adam : Optimizer
{
    private static readonly string[] names = ["mean", "square"];

    /// <summary>Creates the optimizer.</summary>
    /// <param name="learningRate">The learning rate, above 0.</param>
    /// <param name="beta1">Decay of the running mean of the gradient, at least 0 and below 1.</param>
    /// <param name="beta2">Decay of the running mean of its square, at least 0 and below 1.</param>
    /// <param name="epsilon">Keeps the division finite where gradients are 0; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Adam(float learningRate = 0.001f, float beta1 = 0.9f, float beta2 = 0.999f, float epsilon = 1e-7f)
        : base(learningRate)
    {
        Beta1 = OptimizerArgument.Decay(beta1, nameof(beta1));
        Beta2 = OptimizerArgument.Decay(beta2, nameof(beta2));
        Epsilon = OptimizerArgument.Positive(epsilon, nameof(epsilon));
    }

    /// <summary>Decay of the running mean of the gradient.</summary>
    public float Beta1 { get; }

    /// <summary>Decay of the running mean of the squared gradient.</summary>
    public float Beta2 { get; }

    /// <summary>The constant that is added to the root of the mean square.</summary>
    public float Epsilon { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> StateNames => names;

    /// <summary><c>learningRate / (1 - beta1^t)</c>.</summary>
    internal float StepSize { get; private set; }

    /// <summary><c>1 / sqrt(1 - beta2^t)</c>.</summary>
    internal float RootCorrection { get; private set; }

    /// <inheritdoc/>
    protected override void BeginStep()
    {
        // In double: 1 - beta2^t loses precision in float while t is small.
        StepSize = (float)(LearningRate / (1 - Math.Pow(Beta1, Steps)));
        RootCorrection = (float)(1 / Math.Sqrt(1 - Math.Pow(Beta2, Steps)));
    }

    /// <inheritdoc/>
    protected internal override void Apply(int first, Span<float> values, ReadOnlySpan<float> gradients)
    {
        var mean = State(0).Slice(first, values.Length);
        var square = State(1).Slice(first, values.Length);
        var p = MemoryMarshal.Cast<float, Vector<float>>(values);
        var g = MemoryMarshal.Cast<float, Vector<float>>(gradients)[..p.Length];
        var m = MemoryMarshal.Cast<float, Vector<float>>(mean)[..p.Length];
        var v = MemoryMarshal.Cast<float, Vector<float>>(square)[..p.Length];
        var (beta1, rest1) = (new Vector<float>(Beta1), new Vector<float>(1 - Beta1));
        var (beta2, rest2) = (new Vector<float>(Beta2), new Vector<float>(1 - Beta2));
        var (scales, corrections) = (new Vector<float>(StepSize), new Vector<float>(RootCorrection));
        var epsilon = new Vector<float>(Epsilon);
        for (var i = 0; i < p.Length; i++)
        {
            var gradient = g[i];
            var nextMean = beta1 * m[i] + rest1 * gradient;
            var nextSquare = beta2 * v[i] + rest2 * (gradient * gradient);
            m[i] = nextMean;
            v[i] = nextSquare;
            p[i] -= scales * nextMean / (Vector.SquareRoot(nextSquare) * corrections + epsilon);
        }
    }
}
