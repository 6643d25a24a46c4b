using System;

namespace RnnDsl.Numerics;

/// <summary>
/// Functions of a number in double precision that <see cref="Math"/> lacks. The reference execution computes with them, and the generator,
/// which compiles this file too, folds constants.
/// </summary>
internal static class SpecialFunctions
{
    private const double HalfLogTwoPi = 0.918938533204672741780;

    /// <summary>From here on the asymptotic series below have all bits of a double.</summary>
    private const double SeriesFrom = 10;

    /// <summary>B(2k) / (2k (2k - 1)), of Stirling's series for the logarithm of the gamma function.</summary>
    private static readonly double[] stirling =
    [
        1.0 / 12,
        -1.0 / 360,
        1.0 / 1260,
        -1.0 / 1680,
        1.0 / 1188,
        -691.0 / 360360,
        1.0 / 156,
        -3617.0 / 122400,
    ];

    /// <summary>The error function, <c>2 / sqrt(pi)</c> times the integral of <c>exp(-t * t)</c> from 0 to x.</summary>
    public static double Erf(double x) =>
        Math.Abs(x) < 2 ? ErfSeries(x) : Math.Sign(x) * (1 - ErfcFraction(Math.Abs(x)));

    /// <summary><c>1 - Erf(x)</c>, with all its bits where that is small.</summary>
    public static double Erfc(double x) => x < 0.5 ? 1 - Erf(x) : ErfcFraction(x);

    /// <summary><c>exp(x) - 1</c>, with all its bits where x is small (Kahan's correction of the rounded exponential).</summary>
    public static double Expm1(double x)
    {
        var power = Math.Exp(x);
        var difference = power - 1;
        return difference is 0 ? x
            : difference <= -1 || double.IsInfinity(power) || Math.Abs(x) > 1 ? difference
            : difference * (x / Math.Log(power));
    }

    /// <summary>The logarithm of the absolute value of the gamma function; infinity at its poles, which are 0 and the negative integers.</summary>
    public static double LogGamma(double x)
    {
        if (x <= 0)
        {
            // Gamma(x) Gamma(1 - x) = pi / sin(pi x).
            return Math.Floor(x) >= x
                ? double.PositiveInfinity
                : Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * (x - Math.Floor(x))))) - LogGamma(1 - x);
        }

        if (double.IsPositiveInfinity(x))
        {
            return x;
        }

        var product = 1.0;
        for (; x < SeriesFrom; x++)
        {
            product *= x;
        }

        var square = 1 / (x * x);
        var series = 0.0;
        for (var i = stirling.Length - 1; i >= 0; i--)
        {
            series = (series * square) + stirling[i];
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + (series / x) - Math.Log(product);
    }

    /// <summary>The derivative of <see cref="LogGamma"/>; minus infinity at 0, NaN at the negative integers.</summary>
    public static double Digamma(double x)
    {
        if (x < 0)
        {
            return Math.Floor(x) >= x
                ? double.NaN
                : Digamma(1 - x) - (Math.PI / Math.Tan(Math.PI * (x - Math.Floor(x))));
        }

        var sum = 0.0;
        for (; x < SeriesFrom; x++)
        {
            sum += 1 / x;
        }

        // The derivative of Stirling's series, term by term.
        var square = 1 / (x * x);
        var series = 0.0;
        for (var i = stirling.Length - 1; i >= 0; i--)
        {
            series = (series * square) + (((2 * i) + 1) * stirling[i]);
        }

        return Math.Log(x) - (0.5 / x) - (series * square) - sum;
    }

    // All terms have one sign: erf(x) = 2 / sqrt(pi) exp(-x x) (x + 2 x^3 / 3 + 4 x^5 / 15 + ...).
    private static double ErfSeries(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // The continued fraction x + (1/2) / (x + 1 / (x + (3/2) / (x + ...))), from its end. It converges slowly near 0.
    private static double ErfcFraction(double x)
    {
        if (double.IsPositiveInfinity(x))
        {
            return 0;
        }

        var fraction = x;
        for (var k = x < 2 ? 1000 : 120; k > 0; k--)
        {
            fraction = x + (k / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
