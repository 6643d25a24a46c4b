using static RnnDsl.Equations;

namespace RnnDsl;

/// <content>Activations that are composed of other functions.</content>
public static partial class Functions
{
    /// <summary>The logarithm of <c>Sigmoid(x)</c>, of which no exponential overflows: <c>-Softplus(-x)</c>.</summary>
    public static Scalar LogSigmoid(Scalar x) => -Softplus(-x);

    /// <summary><see cref="LogSigmoid(Scalar)"/> of each element.</summary>
    public static Vec<D> LogSigmoid<D>(Vec<D> x)
        where D : IDim => -Softplus(-x);

    /// <summary><see cref="LogSigmoid(Scalar)"/> of each element of each step.</summary>
    public static Seq<D> LogSigmoid<D>(Seq<D> x)
        where D : IDim => -Softplus(-x);

    /// <summary><see cref="LogSigmoid(Scalar)"/> of each step's number.</summary>
    public static Scalars LogSigmoid(Scalars x) => -Softplus(-x);

    /// <summary><c>x / 6 + 0.5</c>, but at least 0 and at most 1, as PyTorch has it. Its derivative at -3 and 3 is 0.</summary>
    public static Scalar HardSigmoid(Scalar x) => Min(1, Max(0, x / 6 + 0.5f));

    /// <summary><see cref="HardSigmoid(Scalar)"/> of each element.</summary>
    public static Vec<D> HardSigmoid<D>(Vec<D> x)
        where D : IDim => Min(1, Max(0, x / 6 + 0.5f));

    /// <summary><see cref="HardSigmoid(Scalar)"/> of each element of each step.</summary>
    public static Seq<D> HardSigmoid<D>(Seq<D> x)
        where D : IDim => Min(1, Max(0, x / 6 + 0.5f));

    /// <summary><see cref="HardSigmoid(Scalar)"/> of each step's number.</summary>
    public static Scalars HardSigmoid(Scalars x) => Min(1, Max(0, x / 6 + 0.5f));

    /// <summary>
    /// <c>x * Sigmoid(x)</c>, also called swish (Elfwing, Uchibe and Doya 2018, "Sigmoid-weighted linear units for neural network function
    /// approximation in reinforcement learning").
    /// </summary>
    public static Scalar Silu(Scalar x) => x * Sigmoid(x);

    /// <summary><see cref="Silu(Scalar)"/> of each element.</summary>
    public static Vec<D> Silu<D>(Vec<D> x)
        where D : IDim => x * Sigmoid(x);

    /// <summary><see cref="Silu(Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Silu<D>(Seq<D> x)
        where D : IDim => x * Sigmoid(x);

    /// <summary><see cref="Silu(Scalar)"/> of each step's number.</summary>
    public static Scalars Silu(Scalars x) => x * Sigmoid(x);

    /// <summary>
    /// x times the probability that a normal number is below it, <c>x * (1 + Erf(x / sqrt(2))) / 2</c>: the exact form, without the
    /// approximation by Tanh (Hendrycks and Gimpel 2016, "Gaussian error linear units").
    /// </summary>
    public static Scalar Gelu(Scalar x) => 0.5f * x * Erfc(-0.707106781186547524 * x);

    /// <summary><see cref="Gelu(Scalar)"/> of each element.</summary>
    public static Vec<D> Gelu<D>(Vec<D> x)
        where D : IDim => 0.5f * x * Erfc(-0.707106781186547524 * x);

    /// <summary><see cref="Gelu(Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Gelu<D>(Seq<D> x)
        where D : IDim => 0.5f * x * Erfc(-0.707106781186547524 * x);

    /// <summary><see cref="Gelu(Scalar)"/> of each step's number.</summary>
    public static Scalars Gelu(Scalars x) => 0.5f * x * Erfc(-0.707106781186547524 * x);

    /// <summary>
    /// x where it is positive, else <c>Exp(x) - 1</c> (Clevert, Unterthiner and Hochreiter 2016, "Fast and accurate deep network learning by
    /// exponential linear units"). Its derivative at 0 is 1.
    /// </summary>
    public static Scalar Elu(Scalar x) => Max(0, x) + Expm1(Min(x, 0));

    /// <summary><see cref="Elu(Scalar)"/> of each element.</summary>
    public static Vec<D> Elu<D>(Vec<D> x)
        where D : IDim => Max(0, x) + Expm1(Min(x, 0));

    /// <summary><see cref="Elu(Scalar)"/> of each element of each step.</summary>
    public static Seq<D> Elu<D>(Seq<D> x)
        where D : IDim => Max(0, x) + Expm1(Min(x, 0));

    /// <summary><see cref="Elu(Scalar)"/> of each step's number.</summary>
    public static Scalars Elu(Scalars x) => Max(0, x) + Expm1(Min(x, 0));

    /// <summary>x where it is positive, else <c>alpha * (Exp(x) - 1)</c>. Its derivative at 0 is alpha.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="alpha">How far it goes below 0.</param>
    public static Scalar Elu(Scalar x, float alpha) => Max(0, x) + alpha * Expm1(Min(x, 0));

    /// <summary><see cref="Elu(Scalar, float)"/> of each element.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="alpha">How far it goes below 0.</param>
    public static Vec<D> Elu<D>(Vec<D> x, float alpha)
        where D : IDim => Max(0, x) + alpha * Expm1(Min(x, 0));

    /// <summary><see cref="Elu(Scalar, float)"/> of each element of each step.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="alpha">How far it goes below 0.</param>
    public static Seq<D> Elu<D>(Seq<D> x, float alpha)
        where D : IDim => Max(0, x) + alpha * Expm1(Min(x, 0));
}
