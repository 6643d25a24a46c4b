using System.ComponentModel;
using RnnDsl.Numerics;

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

    /// <summary>1 where a is less than or equal to b, else 0.</summary>
    public static float LessEqual(float a, float b) => a <= b ? 1 : 0;

    /// <summary>1 where a is greater than b, else 0.</summary>
    public static float Greater(float a, float b) => a > b ? 1 : 0;

    /// <summary>1 where a is less than b, else 0.</summary>
    public static float Less(float a, float b) => a < b ? 1 : 0;

    /// <summary>x where the mask is not 0, else 0.</summary>
    public static float Where(float mask, float x) => mask is 0 ? 0 : x;

    /// <summary>x where the mask is 0, else 0.</summary>
    public static float Unless(float mask, float x) => mask is 0 ? x : 0;

    /// <summary>The error function.</summary>
    public static float Erf(float x) => (float)SpecialFunctions.Erf(x);

    /// <summary><c>1 - Erf(x)</c>.</summary>
    public static float Erfc(float x) => (float)SpecialFunctions.Erfc(x);

    /// <summary><c>exp(x) - 1</c>.</summary>
    public static float Expm1(float x) => (float)SpecialFunctions.Expm1(x);

    /// <summary>The logarithm of the absolute value of the gamma function.</summary>
    public static float LogGamma(float x) => (float)SpecialFunctions.LogGamma(x);

    /// <summary>The derivative of <see cref="LogGamma"/>.</summary>
    public static float Digamma(float x) => (float)SpecialFunctions.Digamma(x);
}
