using System.ComponentModel;

namespace RnnDsl.Simd;

/// <summary>
/// Functions on vectors of floats, lane by lane; the same bits with 256- and 512-bit vectors. Error bounds are in units in the last place
/// (ulp) of the result, and tested against double precision.
/// </summary>
/// <remarks>
/// The coefficients are minimax fits made for this library (Lawson's iteration: least squares, reweighted by the error, in double
/// precision), rounded to floats:
/// tanh(x) = x P(x^2) / Q(x^2) with degrees 4 and 4 for relative error on [0, 9.02], 2^-24.5 after rounding;
/// exp(r) = 1 + r (1 + r Q(r)) with degree 4 on [-0.3475, 0.3475], 2^-27.9, after x = n ln 2 + r in two parts (Cody and Waite);
/// log(1 + f) = f - f^2 / 2 + f^3 P(f) with degree 7 on [sqrt(1/2) - 1, sqrt(2) - 1], 2^-27.3;
/// sin(r) = r + r^3 P(r^2) and cos(r) = 1 - r^2 / 2 + r^4 Q(r^2), both with degree 2 on [-pi / 4, pi / 4], 2^-26.7 and 2^-32.8, after
/// x = n pi / 2 + r in double precision, in two parts; above 1,000,000 in absolute value the runtime's functions on doubles, lane by lane;
/// erf(x) = x + x P(x^2) with degree 6 on [-1, 1], 2^-29.6, and erfc(x) = exp(-x^2) T((x - 3) / (x + 3)) / (1 + 2 x) with degree 9 on
/// [0.5, 10.5], 2^-28.2; exp(r) - 1 = r + r^2 (1 / 2 + r P(r)) with degree 5 on [-0.3475, 0.3475], 2^-31.9;
/// atan(x) = x + x^3 P(x^2) with degree 4 on [0, tan(pi / 8)], 2^-30.5.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    private const float TanhBound = 10f;
    private const float TanhP1 = 0.13379718f;
    private const float TanhP2 = 0.0034940348f;
    private const float TanhP3 = 2.0583486e-05f;
    private const float TanhP4 = 1.3319078e-08f;
    private const float TanhQ1 = 0.46713033f;
    private const float TanhQ2 = 0.025871074f;
    private const float TanhQ3 = 0.00032830934f;
    private const float TanhQ4 = 7.762022e-07f;

    private const float Log2E = 1.44269504f;

    /// <summary>355 / 512, so short that its product with an exponent is exact.</summary>
    private const float Ln2High = 0.693359375f;

    /// <summary>ln 2 - 355 / 512.</summary>
    private const float Ln2Low = -2.12194440e-4f;

    private const float RoundingShift = 12582912f;

    /// <summary>The bits of <see cref="RoundingShift"/>, the low 9 of which are zeros.</summary>
    private const int RoundingShiftBits = 0x4B400000;

    private const float ExpQ0 = 0.49999994f;
    private const float ExpQ1 = 0.1666652f;
    private const float ExpQ2 = 0.041668404f;
    private const float ExpQ3 = 0.008368899f;
    private const float ExpQ4 = 0.0013814222f;

    private const float SmallestNormal = 1.17549435e-38f;
    private const float TwoToThe23 = 8388608f;

    /// <summary>The bits of the square root of 1/2, where the range of the fraction begins.</summary>
    private const int HalfRootBits = 0x3F3504F3;

    private const float LogP0 = 0.3333333f;
    private const float LogP1 = -0.25000823f;
    private const float LogP2 = 0.20001234f;
    private const float LogP3 = -0.16623299f;
    private const float LogP4 = 0.14201553f;
    private const float LogP5 = -0.13160582f;
    private const float LogP6 = 0.12763327f;
    private const float LogP7 = -0.07635656f;

    /// <summary>Up to here a number of quarter turns has at most 20 bits.</summary>
    private const float WaveBound = 1_000_000;

    private const double QuartersPerRadian = 2 / Math.PI;

    /// <summary>1.5 * 2^52: adding a number rounds it to an integer.</summary>
    private const double WholeShift = 6755399441055744;

    /// <summary>The first 33 bits of pi / 2, so short that its product with a number of quarter turns is exact.</summary>
    private const double HalfPiHigh = 1.57079632673412561417;

    /// <summary>pi / 2 - <see cref="HalfPiHigh"/>.</summary>
    private const double HalfPiLow = 6.07710050650619224932e-11;

    private const float SinP0 = -0.16666655f;
    private const float SinP1 = 0.0083321556f;
    private const float SinP2 = -0.0001951463f;
    private const float CosP0 = 0.041666646f;
    private const float CosP1 = -0.001388731f;
    private const float CosP2 = 2.4432411e-05f;

    private const float ErfP0 = 0.128379166f;
    private const float ErfP1 = -0.37612626f;
    private const float ErfP2 = 0.112835854f;
    private const float ErfP3 = -0.026853811f;
    private const float ErfP4 = 0.00518832682f;
    private const float ErfP5 = -0.00080101873f;
    private const float ErfP6 = 7.85384109e-05f;

    private const float ErfcT0 = 1.25300801f;
    private const float ErfcT1 = -0.135621041f;
    private const float ErfcT2 = -0.0475622714f;
    private const float ErfcT3 = 0.129642546f;
    private const float ErfcT4 = -0.119274534f;
    private const float ErfcT5 = 0.068338193f;
    private const float ErfcT6 = -0.0237584542f;
    private const float ErfcT7 = 0.00239338167f;
    private const float ErfcT8 = 0.00182626781f;
    private const float ErfcT9 = -0.000536746229f;

    private const float Expm1P1 = 0.166666672f;
    private const float Expm1P2 = 0.0416663513f;
    private const float Expm1P3 = 0.00833327696f;
    private const float Expm1P4 = 0.00139413401f;
    private const float Expm1P5 = 0.00019912218f;

    private const float HalfPi = 1.57079633f;
    private const float QuarterPi = 0.785398163f;
    private const float AtanP0 = -0.333333164f;
    private const float AtanP1 = 0.199984714f;
    private const float AtanP2 = -0.142435297f;
    private const float AtanP3 = 0.105937935f;
    private const float AtanP4 = -0.0607817508f;

    private const double HalfLogTwoPi = 0.918938533204672741780;

    /// <summary>B(2k) / (2k (2k - 1)), of Stirling's series.</summary>
    private const double Stirling0 = 1.0 / 12;
    private const double Stirling1 = -1.0 / 360;
    private const double Stirling2 = 1.0 / 1260;
    private const double Stirling3 = -1.0 / 1680;
    private const double Stirling4 = 1.0 / 1188;
    private const double Stirling5 = -691.0 / 360360;
    private const double Stirling6 = 1.0 / 156;
    private const double Stirling7 = -3617.0 / 122400;
}
