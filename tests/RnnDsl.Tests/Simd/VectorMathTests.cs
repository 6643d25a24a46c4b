using RnnDsl.Simd;

namespace RnnDsl.Tests.Simd;

public class VectorMathTests
{
    public static TheoryData<int> AllLanes => Widths.AllLanes;

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void TanhIsWithin4Ulp_Or6WithoutFusedMultiplyAdd(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Tanh, Math.Tanh, -20, 20, ulps: Width.Is256 ? 4 : 6);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void SigmoidIsWithin3Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Sigmoid, x => 1 / (1 + Math.Exp(-x)), -87, 100, ulps: 3);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void ExpIsWithin2Ulp(int lanes) => Sweep.Check(lanes, VectorFunction.Exp, Math.Exp, -110, 88.7228f, ulps: 2);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void LogIsWithin2Ulp(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Log, Math.Log, float.Epsilon, float.MaxValue, ulps: 2);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void SinIsWithin2UlpForEveryFloat(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Sin, Math.Sin, -float.MaxValue, float.MaxValue, ulps: 2);

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void CosIsWithin2UlpForEveryFloat(int lanes) =>
        Sweep.Check(lanes, VectorFunction.Cos, Math.Cos, -float.MaxValue, float.MaxValue, ulps: 2);

    /// <summary>Near a multiple of pi / 2 all bits of a result are those of the rest.</summary>
    [Theory]
    [MemberData(nameof(AllLanes))]
    public void WavesAreWithin2UlpWhereTheyCrossZero(int lanes)
    {
        var x = Enumerable.Range(-700_000, 1_400_001).Select(n => (float)(n * (Math.PI / 2))).ToArray();
        foreach (
            var (function, reference) in new[]
            {
                (VectorFunction.Sin, (Func<double, double>)Math.Sin),
                (VectorFunction.Cos, Math.Cos),
            }
        )
            Sweep.Check(lanes, function, reference, x, ulps: 2);
    }

    [Theory]
    [MemberData(nameof(AllLanes))]
    public void SoftplusIsWithin3Ulp(int lanes) =>
        Sweep.Check(
            lanes,
            VectorFunction.Softplus,
            x => Math.Max(x, 0) + 2 * Math.Atanh(1 / (1 + 2 * Math.Exp(Math.Abs(x)))),
            -float.MaxValue,
            float.MaxValue,
            ulps: 3
        );

    [Theory]
    [InlineData("Tanh", float.PositiveInfinity, 1)]
    [InlineData("Tanh", float.NegativeInfinity, -1)]
    [InlineData("Tanh", 10, 1)]
    [InlineData("Tanh", -10, -1)]
    [InlineData("Tanh", 0, 0)]
    [InlineData("Tanh", 1e-30f, 1e-30f)]
    [InlineData("Tanh", float.Epsilon, float.Epsilon)]
    [InlineData("Sigmoid", float.PositiveInfinity, 1)]
    [InlineData("Sigmoid", float.NegativeInfinity, 0)]
    [InlineData("Sigmoid", -89, 0)]
    [InlineData("Sigmoid", 17.5f, 1)]
    [InlineData("Sigmoid", 0, 0.5f)]
    [InlineData("Exp", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Exp", 88.73f, float.PositiveInfinity)]
    [InlineData("Exp", float.NegativeInfinity, 0)]
    [InlineData("Exp", -104, 0)]
    [InlineData("Exp", 0, 1)]
    [InlineData("Log", 0, float.NegativeInfinity)]
    [InlineData("Log", -0f, float.NegativeInfinity)]
    [InlineData("Log", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Log", -1, float.NaN)]
    [InlineData("Log", float.NegativeInfinity, float.NaN)]
    [InlineData("Log", 1, 0)]
    [InlineData("Relu", -3, 0)]
    [InlineData("Relu", 3, 3)]
    [InlineData("Sqrt", 2, 1.41421354f)]
    [InlineData("Sqrt", -1, float.NaN)]
    [InlineData("Softplus", 0, 0.6931472f)]
    [InlineData("Softplus", 100, 100)]
    [InlineData("Softplus", 1e30f, 1e30f)]
    [InlineData("Softplus", -104, 0)]
    [InlineData("Softplus", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("Softplus", float.NegativeInfinity, 0)]
    [InlineData("Sin", 0, 0)]
    [InlineData("Sin", 1e-30f, 1e-30f)]
    [InlineData("Sin", float.Epsilon, float.Epsilon)]
    [InlineData("Sin", float.PositiveInfinity, float.NaN)]
    [InlineData("Sin", float.NegativeInfinity, float.NaN)]
    [InlineData("Cos", 0, 1)]
    [InlineData("Cos", 1e-30f, 1)]
    [InlineData("Cos", float.PositiveInfinity, float.NaN)]
    [InlineData("Abs", -3, 3)]
    [InlineData("Square", -3, 9)]
    [InlineData("Step", 0, 0)]
    [InlineData("Step", 1e-30f, 1)]
    [InlineData("Step", -2, 0)]
    [InlineData("Sign", -2, -1)]
    [InlineData("Sign", 2, 1)]
    [InlineData("Sign", 0, 0)]
    [InlineData("Floor", 2.75f, 2)]
    [InlineData("Floor", -2.25f, -3)]
    [InlineData("Floor", -3, -3)]
    [InlineData("Floor", -1e-40f, -1)]
    [InlineData("Floor", 1e30f, 1e30f)]
    [InlineData("Floor", float.PositiveInfinity, float.PositiveInfinity)]
    public void LimitsAndSpecialValuesAreExact(string function, float x, float expected)
    {
        foreach (var lanes in Widths.Lanes)
            Assert.Equal(expected, Sweep.Apply(lanes, Enum.Parse<VectorFunction>(function), [x])[0]);
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Sigmoid")]
    [InlineData("Exp")]
    [InlineData("Log")]
    [InlineData("Relu")]
    [InlineData("Sqrt")]
    [InlineData("Sin")]
    [InlineData("Cos")]
    [InlineData("Softplus")]
    [InlineData("Abs")]
    [InlineData("Floor")]
    [InlineData("Square")]
    [InlineData("Erf")]
    [InlineData("Erfc")]
    [InlineData("Expm1")]
    [InlineData("Atan")]
    [InlineData("LogGamma")]
    [InlineData("Digamma")]
    public void NaNStaysNaN(string function)
    {
        foreach (var lanes in Widths.Lanes)
            Assert.Equal(float.NaN, Sweep.Apply(lanes, Enum.Parse<VectorFunction>(function), [float.NaN])[0]);
    }

    [Theory]
    [InlineData("Tanh", -12, 12)]
    [InlineData("Sigmoid", -90, 90)]
    [InlineData("Exp", -110, 90)]
    [InlineData("Log", 0, 1e30f)]
    [InlineData("Sin", -1e6f, 2e6f)]
    [InlineData("Cos", -1e6f, 2e6f)]
    [InlineData("Softplus", -110, 110)]
    [InlineData("Erf", -5, 5)]
    [InlineData("Erfc", -5, 11)]
    [InlineData("Expm1", -20, 90)]
    [InlineData("Atan", -20, 20)]
    [InlineData("Floor", -20, 20)]
    [InlineData("LogGamma", 0, 100)]
    [InlineData("Digamma", 0, 100)]
    public void Vectors512And256GiveTheSameBits(string name, float from, float to)
    {
        Assert.SkipUnless(Width.Is512, "This run has no 512-bit vectors.");
        var function = Enum.Parse<VectorFunction>(name);
        var x = Enumerable.Range(0, 100_000).Select(i => from + (to - from) * i / 100_000).ToArray();
        Assert.Equal(Sweep.Apply(16, function, x), Sweep.Apply(8, function, x));
    }

    [Fact]
    public void TanhNeverPassesOne()
    {
        var x = Enumerable.Range(0, 200_000).Select(i => 8 + i * 2e-5f).ToArray();
        foreach (var lanes in Widths.Lanes)
            Assert.All(Sweep.Apply(lanes, VectorFunction.Tanh, x), y => Assert.InRange(y, 0.999999f, 1f));
    }

    [Fact]
    public void ComparisonsGiveOneOrZero_AndExtremesKeepNaN()
    {
        float[] a = [1, 2, 3, float.NaN];
        float[] b = [2, 2, 2, 2];
        foreach (var lanes in Widths.Lanes)
        {
            Assert.Equal([0, 1, 0, 0], Sweep.Apply(lanes, VectorFunction.Equal, a, b));
            Assert.Equal([0, 1, 1, 0], Sweep.Apply(lanes, VectorFunction.GreaterEqual, a, b));
            Assert.Equal([2, 2, 3, float.NaN], Sweep.Apply(lanes, VectorFunction.Max, a, b));
            Assert.Equal([1, 2, 2, float.NaN], Sweep.Apply(lanes, VectorFunction.Min, a, b));
            Assert.Equal([2, 2, 3, float.NaN], Sweep.Apply(lanes, VectorFunction.Max, b, a));
            Assert.Equal([1, 2, 2, float.NaN], Sweep.Apply(lanes, VectorFunction.Min, b, a));
        }
    }
}
