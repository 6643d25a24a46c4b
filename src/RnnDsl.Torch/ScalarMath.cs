using System.ComponentModel;

namespace RnnDsl.Torch;

/// <summary>Scalar functions, for values that are uniform over a batch; only those that <see cref="MathF"/> lacks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ScalarMath
{
    /// <summary>The logistic function.</summary>
    public static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    /// <summary><c>x * x</c>.</summary>
    public static float Square(float x) => x * x;

    /// <summary>1 where x is greater than 0, else 0.</summary>
    public static float Step(float x) => x > 0 ? 1 : 0;

    /// <summary>1 where x is greater than 0, -1 where it is less, else 0.</summary>
    public static float Sign(float x) => Step(x) - Step(-x);

    /// <summary>1 where both are equal, else 0.</summary>
    public static float Equal(float a, float b) => a >= b && b >= a ? 1 : 0;

    /// <summary>1 where a is greater than or equal to b, else 0.</summary>
    public static float GreaterEqual(float a, float b) => a >= b ? 1 : 0;
}
