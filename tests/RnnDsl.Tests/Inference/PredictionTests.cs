using RnnDsl.Inference;

namespace RnnDsl.Tests.Inference;

/// <summary>The members of a result of one example.</summary>
public sealed class PredictionTests
{
    [Theory]
    [InlineData(0, new[] { 3f })]
    [InlineData(2, new[] { -3f, -2f, -1f })]
    [InlineData(1, new[] { 0f, 5f, 5f, 2f })]
    [InlineData(0, new[] { float.NegativeInfinity, float.NegativeInfinity })]
    [InlineData(1, new[] { 1f, float.NaN, float.PositiveInfinity, float.NaN })]
    [InlineData(0, new[] { float.NaN, 2f })]
    public void The_place_of_the_largest(int expected, float[] values) =>
        Assert.Equal(expected, new Prediction(values).ArgMax());

    [Fact]
    public void Of_no_numbers_none_is_the_largest() =>
        Assert.Throws<InvalidOperationException>(() => new Prediction([]).ArgMax());
}
