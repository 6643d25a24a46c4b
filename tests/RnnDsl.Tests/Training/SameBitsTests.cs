using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

/// <summary>
/// Vectors of any width give the bits of the equations worked out one number at a time, in float and without fused products.
/// </summary>
public sealed class SameBitsTests
{
    private const int Count = 48;
    private const int Steps = 5;

    [Fact]
    public void SgdIsItsEquation() => AssertSame(new Sgd(0.03f), static (state, g, _) => (state, 0.03f * g));

    [Fact]
    public void MomentumIsItsEquation() =>
        AssertSame(
            new Sgd(0.03f, 0.9f, nesterov: true),
            static (v, g, _) =>
            {
                v.First = 0.9f * v.First + g;
                return (v, 0.03f * (g + 0.9f * v.First));
            }
        );

    [Fact]
    public void AdamIsItsEquation() =>
        AssertSame(
            new Adam(0.03f),
            static (state, g, step) =>
            {
                state.First = 0.9f * state.First + (1 - 0.9f) * g;
                state.Second = 0.999f * state.Second + (1 - 0.999f) * (g * g);
                var scale = (float)(0.03f / (1 - Math.Pow(0.9f, step)));
                var correction = (float)(1 / Math.Sqrt(1 - Math.Pow(0.999f, step)));
                return (state, scale * state.First / (MathF.Sqrt(state.Second) * correction + 1e-7f));
            }
        );

    [Fact]
    public void RmsPropIsItsEquation() =>
        AssertSame(
            new RmsProp(0.03f, momentum: 0.5f),
            static (state, g, _) =>
            {
                state.First = 0.9f * state.First + (1 - 0.9f) * (g * g);
                state.Second = g / (MathF.Sqrt(state.First) + 1e-7f) + 0.5f * state.Second;
                return (state, 0.03f * state.Second);
            }
        );

    [Fact]
    public void TheNormSumsSixteenLanesInOneOrder()
    {
        var gradients = Enumerable.Range(0, 160).Select(i => (float)(Math.Sin(i) * Math.Pow(10, i % 9 - 4))).ToArray();
        var lanes = new double[16];
        for (var i = 0; i < gradients.Length; i++)
        {
            lanes[i % 16] += (double)gradients[i] * gradients[i];
        }

        var fours = lanes.Chunk(4).Select(four => four[0] + four[1] + (four[2] + four[3])).ToArray();
        Assert.Equal(Math.Sqrt(fours[0] + fours[1] + (fours[2] + fours[3])), GradientNorm.Of(gradients));
        Assert.Equal(5, GradientNorm.Of([.. new float[14], -3, 4]));
        Assert.Equal(0, GradientNorm.Of([]));
        Assert.True(double.IsNaN(GradientNorm.Of([.. new float[15], float.NaN])));
    }

    private static void AssertSame(
        Optimizer optimizer,
        Func<(float First, float Second), float, int, ((float, float), float)> equation
    )
    {
        var actual = Enumerable.Range(0, Count).Select(i => MathF.Cos(i)).ToArray();
        var expected = actual.ToArray();
        var states = new (float, float)[Count];
        for (var step = 1; step <= Steps; step++)
        {
            var gradients = Enumerable.Range(0, Count).Select(i => MathF.Sin(i * step + 1)).ToArray();
            optimizer.Update(actual, gradients);
            for (var i = 0; i < Count; i++)
            {
                (states[i], var update) = equation(states[i], gradients[i], step);
                expected[i] -= update;
            }
        }

        Assert.Equal(expected, actual);
    }
}
