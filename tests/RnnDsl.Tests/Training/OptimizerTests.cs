using RnnDsl.Training;
using Xunit;

namespace RnnDsl.Tests.Training;

/// <summary>The first steps of each optimizer, worked out by hand from its paper.</summary>
public sealed class OptimizerTests
{
    [Fact]
    public void SgdFollowsTheGradient() => AssertSteps(new Sgd(0.5f), [2, 4], [1 - 1, 1 - 1 - 2]);

    [Fact]
    public void MomentumKeepsAShareOfTheLastUpdate() =>
        // v = 2, then 0.5 * 2 + 4 = 5.
        AssertSteps(new Sgd(0.1f, 0.5f), [2, 4], [1 - 0.2, 1 - 0.2 - 0.5]);

    [Fact]
    public void NesterovLooksAhead() =>
        // v = 2, step 2 + 0.5 * 2 = 3; then v = 5, step 4 + 0.5 * 5 = 6.5.
        AssertSteps(new Sgd(0.1f, 0.5f, nesterov: true), [2, 4], [1 - 0.3, 1 - 0.3 - 0.65]);

    [Fact]
    public void AdamsFirstStepIsTheLearningRateWhateverTheGradient()
    {
        // With the bias correction m = g and v = g^2, so that the step is learningRate * g / (|g| + epsilon).
        AssertSteps(new Adam(0.01f), [1000], [1 - 0.01]);
        AssertSteps(new Adam(0.01f), [-0.001f], [1 + 0.01 * 0.001 / (0.001 + 1e-7)]);
        AssertSteps(new Adam(0.01f, epsilon: 1f), [3], [1 - 0.01 * 3 / (3 + 1)]);
    }

    [Fact]
    public void AdamAveragesGradientsThatAlternate()
    {
        // Gradients 1, -1: m = (0.9 * 0.1 - 0.1) / (1 - 0.81) = -1/19, v = 1.
        AssertSteps(new Adam(0.01f), [1, -1], [0.99, 0.99 + 0.01 / 19 / (1 + 1e-7)]);
    }

    [Fact]
    public void AdamWDrawsParametersTowardsZeroBesideTheStepOfAdam()
    {
        // From 1: 1 * (1 - 0.1 * 0.5) = 0.95, then the step of Adam, 0.1; and again.
        AssertSteps(new AdamW(0.1f, weightDecay: 0.5f), [1000, 1000], [0.85, 0.85 * 0.95 - 0.1]);
        AssertSteps(new AdamW(0.1f, weightDecay: 0.5f), [0], [0.95]);
        AssertSteps(new AdamW(0.01f, weightDecay: 0), [1000], [1 - 0.01]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW(weightDecay: -0.1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdamW(weightDecay: float.NaN));
    }

    [Fact]
    public void RmsPropDividesByTheRootOfTheMeanSquare() =>
        // v = 0.1 * 4, then 0.9 * 0.4 + 0.1 * 16 = 1.96 with root 1.4.
        AssertSteps(new RmsProp(0.1f), [2, 4], [1 - 0.2 / Math.Sqrt(0.4), 1 - 0.2 / Math.Sqrt(0.4) - 0.4 / 1.4]);

    [Fact]
    public void ZeroGradientsLeaveParametersAlone()
    {
        foreach (var optimizer in (Optimizer[])[new Sgd(), new Sgd(0.1f, 0.9f), new Adam(), new RmsProp()])
        {
            AssertSteps(optimizer, [0, 0], [1, 1]);
        }
    }

    [Fact]
    public void TheLearningRateMayChangeBetweenSteps()
    {
        var optimizer = new Sgd(1);
        var values = Values();
        optimizer.Update(values, Values());
        optimizer.LearningRate = 0.25f;
        optimizer.Update(values, Values());
        Assert.Equal(-0.25f, values[0]);
        Assert.Equal(2, optimizer.Steps);
    }

    [Fact]
    public void ResetForgetsThePast()
    {
        var optimizer = new Adam(0.01f);
        var (first, second) = (Values(), Values());
        optimizer.Update(first, Values());
        optimizer.Reset();
        optimizer.Update(second, Values());
        Assert.Equal(first, second);
        Assert.Equal(1, optimizer.Steps);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void RefusesALearningRateThatCannotLearn(float rate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(rate));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd().LearningRate = rate);
        Assert.Contains("Expected LearningRate to be finite and above 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesNumbersOutsideTheirRange()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sgd(momentum: 1));
        Assert.Throws<ArgumentException>(() => new Sgd(nesterov: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta1: -0.1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(beta2: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Adam(epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RmsProp(rho: float.NaN));
    }

    [Fact]
    public void RefusesBuffersThatDoNotFit()
    {
        var adam = new Adam();
        Assert.Throws<ArgumentException>(() => adam.Update(new float[32], new float[16]));
        Assert.Throws<ArgumentException>(() => adam.Update(new float[5], new float[5]));
        adam.Update(new float[16], new float[16]);
        var error = Assert.Throws<ArgumentException>(() => adam.Update(new float[32], new float[32]));
        Assert.Contains("Adam has stepped on 16 values and now gets 32", error.Message, StringComparison.Ordinal);
    }

    private static float[] Values(float value = 1) => Enumerable.Repeat(value, 16).ToArray();

    private static void AssertSteps(Optimizer optimizer, float[] gradients, double[] expected)
    {
        var values = Values();
        for (var step = 0; step < gradients.Length; step++)
        {
            optimizer.Update(values, Values(gradients[step]));
            Assert.All(values, value => Assert.Equal(expected[step], value, 1e-6));
        }
    }
}
