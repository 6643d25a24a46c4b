using RnnDsl.Numerics;
using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

/// <summary>Vector functions that C# has no function of doubles for, compared with those of the reference execution, and these with tables.</summary>
public sealed class SpecialFunctionTests
{
    public static TheoryData<int> AllLanes => Widths.AllLanes;

    /// <summary>Values to 17 digits, from mpmath 1.3.0 with 30 digits.</summary>
    [Theory]
    [InlineData("Erf", 0.0, 0.0)]
    [InlineData("Erf", 1e-10, 1.1283791670955126e-10)]
    [InlineData("Erf", 0.25, 0.27632639016823696)]
    [InlineData("Erf", -0.5, -0.5204998778130465)]
    [InlineData("Erf", 1.0, 0.8427007929497149)]
    [InlineData("Erf", 1.9, 0.9927904292352575)]
    [InlineData("Erf", 2.1, 0.997020533343667)]
    [InlineData("Erf", -3.0, -0.9999779095030014)]
    [InlineData("Erf", 5.5, 0.9999999999999927)]
    [InlineData("Erfc", -3.0, 1.9999779095030015)]
    [InlineData("Erfc", 0.1, 0.887537083981715)]
    [InlineData("Erfc", 0.5, 0.4795001221869535)]
    [InlineData("Erfc", 0.7, 0.32219880616258156)]
    [InlineData("Erfc", 1.0, 0.15729920705028513)]
    [InlineData("Erfc", 1.9, 0.0072095707647425325)]
    [InlineData("Erfc", 2.1, 0.002979466656332984)]
    [InlineData("Erfc", 5.0, 1.537459794428035e-12)]
    [InlineData("Erfc", 10.0, 2.088487583762545e-45)]
    [InlineData("Erfc", 26.0, 5.663192408856143e-296)]
    [InlineData("Expm1", 1e-20, 1e-20)]
    [InlineData("Expm1", -1e-10, -9.999999999500001e-11)]
    [InlineData("Expm1", 0.001, 0.0010005001667083417)]
    [InlineData("Expm1", -0.3, -0.2591817793182821)]
    [InlineData("Expm1", 0.9, 1.4596031111569496)]
    [InlineData("Expm1", 1.1, 2.0041660239464334)]
    [InlineData("Expm1", -5.0, -0.9932620530009145)]
    [InlineData("Expm1", 30.0, 10686474581523.463)]
    [InlineData("Expm1", -40.0, -1.0)]
    [InlineData("LogGamma", 1e-300, 690.7755278982137)]
    [InlineData("LogGamma", 0.1, 2.252712651734206)]
    [InlineData("LogGamma", 0.5, 0.5723649429247001)]
    [InlineData("LogGamma", 1.0000001, -5.772155829918507e-08)]
    [InlineData("LogGamma", 1.5, -0.12078223763524522)]
    [InlineData("LogGamma", 2.5, 0.2846828704729192)]
    [InlineData("LogGamma", 9.5, 11.689333420797269)]
    [InlineData("LogGamma", 10.5, 13.940625219403763)]
    [InlineData("LogGamma", 171.0, 706.5730622457874)]
    [InlineData("LogGamma", 10000000000.0, 220258509288.81058)]
    [InlineData("LogGamma", -0.5, 1.2655121234846454)]
    [InlineData("LogGamma", -1.5, 0.860047015376481)]
    [InlineData("LogGamma", -2.25, 0.5555015450206475)]
    [InlineData("Digamma", 1e-10, -10000000000.577215)]
    [InlineData("Digamma", 0.1, -10.423754940411076)]
    [InlineData("Digamma", 0.5, -1.9635100260214235)]
    [InlineData("Digamma", 1.0, -0.5772156649015329)]
    [InlineData("Digamma", 1.5, 0.03648997397857652)]
    [InlineData("Digamma", 2.5, 0.7031566406452432)]
    [InlineData("Digamma", 9.5, 2.1977378764029494)]
    [InlineData("Digamma", 10.5, 2.3030010342976865)]
    [InlineData("Digamma", 171.0, 5.138736730024483)]
    [InlineData("Digamma", 10000000000.0, 23.025850929890456)]
    [InlineData("Digamma", -0.5, 0.03648997397857652)]
    [InlineData("Digamma", -1.5, 0.7031566406452432)]
    [InlineData("Digamma", -2.25, 4.158583564657972)]
    public void The_reference_is_right_to_a_few_bits(string function, double x, double expected)
    {
        Func<double, double> reference = function switch
        {
            "Erf" => SpecialFunctions.Erf,
            "Erfc" => SpecialFunctions.Erfc,
            "Expm1" => SpecialFunctions.Expm1,
            "LogGamma" => SpecialFunctions.LogGamma,
            _ => SpecialFunctions.Digamma,
        };

        Assert.Equal(
            expected,
            reference(x),
            (e, a) => e.Equals(a) || Math.Abs(e - a) <= 4e-15 * Math.Max(Math.Abs(e), 1)
        );
    }

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void ErfIsWithin3Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Erf, SpecialFunctions.Erf, -12, 12, ulps: 3);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void ErfcIsWithin6Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Erfc, SpecialFunctions.Erfc, -12, 9.19f, ulps: 6);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void Expm1IsWithin3Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Expm1, SpecialFunctions.Expm1, -100, 88.7228f, ulps: 3);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void AtanIsWithin3Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Atan, Math.Atan, -float.MaxValue, float.MaxValue, ulps: 3);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void LogGammaIsWithin3Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.LogGamma, SpecialFunctions.LogGamma, float.Epsilon, 4e36f, ulps: 3);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void DigammaIsWithin3Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Digamma, SpecialFunctions.Digamma, 3e-39f, float.MaxValue, ulps: 3);

    /// <summary>Near 1 and 2 the logarithm of the gamma function crosses 0, and near 1.4616 its derivative.</summary>
    [Theory]
    [MemberData(nameof(AllLanes))]
    public void The_gamma_functions_keep_their_bits_where_they_cross_zero(int lanes)
    {
        foreach (
            var (function, reference, zero) in new (VectorFunction, Func<double, double>, float)[]
            {
                (VectorFunction.LogGamma, SpecialFunctions.LogGamma, 1),
                (VectorFunction.LogGamma, SpecialFunctions.LogGamma, 2),
                (VectorFunction.Digamma, SpecialFunctions.Digamma, 1.4616321f),
            }
        )
        {
            var x = Enumerable.Range(-3000, 6000).Where(i => i != 0).Select(i => zero + (i * 2e-6f)).ToArray();
            Sweep.Check(lanes, function, reference, x, ulps: 3);
        }
    }

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void PowIsWithin1Ulp(int lanes)
    {
        var random = new Random(3);
        float[] a = [.. Enumerable.Range(0, 200_000).Select(_ => (float)Math.Exp(160 * random.NextDouble() - 80))];
        float[] b = [.. a.Select(x => (float)((random.NextDouble() - 0.5) * 170 / Math.Max(1, Math.Abs(Math.Log(x)))))];
        var y = Sweep.Apply(lanes, VectorFunction.Pow, a, b);

        for (var i = 0; i < a.Length; i++)
        {
            var expected = Math.Pow(a[i], b[i]);
            var ulp = (double)MathF.BitIncrement((float)expected) - (float)expected;
            Assert.True(Math.Abs(y[i] - expected) <= ulp, $"Pow({a[i]:R}, {b[i]:R}) is {y[i]:R}, not {expected:R}");
        }
    }

    [Theory]
    [InlineData(0, 2, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, -1, float.PositiveInfinity)]
    [InlineData(-0f, -1, float.NegativeInfinity)]
    [InlineData(-2, 3, -8)]
    [InlineData(-2, 2, 4)]
    [InlineData(-2, -1, -0.5f)]
    [InlineData(-2, 0.5f, float.NaN)]
    [InlineData(float.NaN, 0, 1)]
    [InlineData(1, float.NaN, 1)]
    [InlineData(float.NaN, 2, float.NaN)]
    [InlineData(2, float.NaN, float.NaN)]
    [InlineData(1e30f, 2, float.PositiveInfinity)]
    [InlineData(-1e30f, 3, float.NegativeInfinity)]
    [InlineData(1e30f, -2, 0)]
    [InlineData(float.PositiveInfinity, -1, 0)]
    [InlineData(float.PositiveInfinity, 0.5f, float.PositiveInfinity)]
    [InlineData(float.Epsilon, 1, float.Epsilon)]
    [InlineData(-3, 16777216, float.PositiveInfinity)]
    public void Pow_has_the_special_values_of_the_standard(float a, float b, float expected)
    {
        // IEEE 754, section 9.2.1, as Math.Pow has them.
        Assert.Equal((float)Math.Pow(a, b), expected);
        foreach (var lanes in Widths.Lanes)
            Assert.Equal(expected, Sweep.Apply(lanes, VectorFunction.Pow, [a], [b])[0]);
    }

    [Theory]
    [InlineData("Erf", float.PositiveInfinity, 1)]
    [InlineData("Erf", float.NegativeInfinity, -1)]
    [InlineData("Erf", 1e30f, 1)]
    [InlineData("Erf", 0, 0)]
    [InlineData("Erfc", float.PositiveInfinity, 0)]
    [InlineData("Erfc", float.NegativeInfinity, 2)]
    [InlineData("Erfc", 1e30f, 0)]
    [InlineData("Erfc", 0, 1)]
    [InlineData("Expm1", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Expm1", float.NegativeInfinity, -1)]
    [InlineData("Expm1", 88.73f, float.PositiveInfinity)]
    [InlineData("Expm1", float.Epsilon, float.Epsilon)]
    [InlineData("Expm1", -1e-30f, -1e-30f)]
    [InlineData("Atan", float.PositiveInfinity, 1.57079633f)]
    [InlineData("Atan", float.NegativeInfinity, -1.57079633f)]
    [InlineData("Atan", float.Epsilon, float.Epsilon)]
    [InlineData("LogGamma", 0, float.PositiveInfinity)]
    [InlineData("LogGamma", -2, float.PositiveInfinity)]
    [InlineData("LogGamma", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("LogGamma", 3e38f, float.PositiveInfinity)]
    [InlineData("Digamma", 0, float.NegativeInfinity)]
    [InlineData("Digamma", -2, float.NaN)]
    [InlineData("Digamma", float.PositiveInfinity, float.PositiveInfinity)]
    public void LimitsAndSpecialValuesAreExact(string function, float x, float expected)
    {
        foreach (var lanes in Widths.Lanes)
            Assert.Equal(expected, Sweep.Apply(lanes, Enum.Parse<VectorFunction>(function), [x])[0]);
    }

    [Fact]
    public void Masks_are_one_or_zero_and_select_what_is_no_number_too()
    {
        float[] a = [1, 2, 3, float.NaN];
        float[] b = [2, 2, 2, 2];
        float[] x = [float.NaN, 5, float.PositiveInfinity, 7];
        foreach (var lanes in Widths.Lanes)
        {
            Assert.Equal([1, 1, 0, 0], Sweep.Apply(lanes, VectorFunction.LessEqual, a, b));
            Assert.Equal([0, 0, 1, 0], Sweep.Apply(lanes, VectorFunction.Greater, a, b));
            Assert.Equal([1, 0, 0, 0], Sweep.Apply(lanes, VectorFunction.Less, a, b));
            Assert.Equal([0, 5, 0, 0], Sweep.Apply(lanes, VectorFunction.Where, [0, 1, 0, 0], x));
            Assert.Equal([0, 5, 0, 7], Sweep.Apply(lanes, VectorFunction.Unless, [1, 0, -0.5f, 0], x));
        }
    }
}
