using System.Runtime.Intrinsics;
using RnnDsl.RandomNumbers;
using MaskOf = System.Func<int, int, int, int, float, float[]>;

namespace RnnDsl.Tests.Simd;

/// <summary>The factors of vectors of each width are those that the words of the units say.</summary>
public sealed class NoiseTests
{
    private static readonly ulong[] Keys = [1, ulong.MaxValue, 0x123456789ABCDEF0];
    private static readonly RnnDsl.Simd.Noise Some = new(Keys);

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.99f)]
    public void Dropout_is_zero_below_the_rate_and_scaled_above(float rate) =>
        Check(
            rate,
            isBelow => isBelow ? 0 : 1 / (1 - rate),
            (row, site, time, unit, r) => Numbers(Some.Dropout<Vector512<float>>(row, site, time, unit, r)),
            (row, site, time, unit, r) => Numbers(Some.Dropout<Vector256<float>>(row, site, time, unit, r)),
            (row, site, time, unit, r) => Numbers(Some.Dropout<Vector128<float>>(row, site, time, unit, r))
        );

    [Theory]
    [InlineData(0f)]
    [InlineData(0.3f)]
    [InlineData(0.9f)]
    public void Keep_is_one_below_the_rate(float rate) =>
        Check(
            rate,
            isBelow => isBelow ? 1 : 0,
            (row, site, time, unit, r) => Numbers(Some.Keep<Vector512<float>>(row, site, time, unit, r)),
            (row, site, time, unit, r) => Numbers(Some.Keep<Vector256<float>>(row, site, time, unit, r)),
            (row, site, time, unit, r) => Numbers(Some.Keep<Vector128<float>>(row, site, time, unit, r))
        );

    /// <summary>To what floats round: the logarithm, the cosine of an angle up to 2 pi, and the root.</summary>
    [Fact]
    public void Normal_is_the_number_of_the_reference_execution()
    {
        foreach (var (row, site, time) in new[] { (0, 0, 0), (1, 3, 500), (2, int.MaxValue, 7) })
        {
            for (var unit = 0; unit < 1024; unit += 16)
            {
                var key = MaskWords.Key(Keys[row], site, time);
                float[] wide = Numbers(Some.Normal<Vector512<float>>(row, site, time, unit));
                Assert.Equal(wide[..8], Numbers(Some.Normal<Vector256<float>>(row, site, time, unit)));
                Assert.Equal(
                    wide[4..8],
                    Numbers(Some.Normal<Vector128<float>>(row, site, time, unit + 4)),
                    (e, a) => Math.Abs(e - a) <= 1e-6f
                );
                Assert.All(
                    wide,
                    (number, lane) => Assert.Equal(MaskWords.Normal(key, unit + lane), number, tolerance: 3e-6)
                );
            }
        }
    }

    [Fact]
    public void Without_keys_factors_are_their_expectations()
    {
        RnnDsl.Simd.Noise none = default;

        Assert.Equal(Vector256<float>.One, none.Dropout<Vector256<float>>(0, 1, 2, 8, 0.5f));
        Assert.Equal(Vector256.Create(0.25f), none.Keep<Vector256<float>>(0, 1, 2, 8, 0.25f));
        Assert.Equal(Vector256<float>.Zero, none.Normal<Vector256<float>>(0, 1, 2, 8));
    }

    private static void Check(float rate, Func<bool, float> factor, params MaskOf[] widths)
    {
        foreach (var (row, site, time, unit) in new[] { (0, 0, 0, 0), (1, 3, 500, 16), (2, int.MaxValue, 7, 4096) })
        {
            var key = MaskWords.Key(Keys[row], site, time);
            foreach (var width in widths)
            {
                var actual = width(row, site, time, unit, rate);
                for (var lane = 0; lane < actual.Length; lane++)
                {
                    var isBelow = MaskWords.Word(key, unit + lane) < MaskWords.Threshold(rate);
                    Assert.Equal(factor(isBelow), actual[lane]);
                }
            }
        }
    }

    private static float[] Numbers(Vector512<float> vector) => [.. Enumerable.Range(0, 16).Select(i => vector[i])];

    private static float[] Numbers(Vector256<float> vector) => [.. Enumerable.Range(0, 8).Select(i => vector[i])];

    private static float[] Numbers(Vector128<float> vector) => [.. Enumerable.Range(0, 4).Select(i => vector[i])];
}
