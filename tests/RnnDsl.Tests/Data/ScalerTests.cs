using RnnDsl.Data;
using Xunit;

namespace RnnDsl.Tests.Data;

public sealed class ScalerTests
{
    [Fact]
    public void StandardizesToMeanZeroAndDeviationOne()
    {
        // Mean 5 and deviation 2 are the textbook example of these eight numbers.
        float[] values = [2, 4, 4, 4, 5, 5, 7, 9];
        var scaler = Scaler.Fit(values);
        Assert.Equal(5, scaler.Mean);
        Assert.Equal(2, scaler.Deviation);
        Assert.Equal(2f, scaler.Transform(9));
        Assert.Equal([-1.5f, -0.5f, -0.5f, -0.5f, 0f, 0f, 1f, 2f], scaler.Transform(values));
        Assert.Equal(values, scaler.Inverse(scaler.Transform(values)));
    }

    [Theory]
    [InlineData(3f)]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(1e-30f)]
    public void AConstantSeriesBecomesZeros(float value)
    {
        var scaler = Scaler.Fit([value, value, value]);
        Assert.Equal(0f, scaler.Transform(value));
        Assert.Equal(value, scaler.Inverse(0));
    }

    [Fact]
    public void RefusesNoValuesAndNaN()
    {
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => Scaler.Fit([])).Message);
        Assert.Contains("NaN at 1", Assert.Throws<ArgumentException>(() => Scaler.Fit([1, float.NaN])).Message);
    }
}
