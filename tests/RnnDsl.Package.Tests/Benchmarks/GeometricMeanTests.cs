using RnnDsl.Benchmarks.Tables;

namespace RnnDsl.Package.Tests.Benchmarks;

public sealed class GeometricMeanTests
{
    [Fact]
    public void TwiceAndHalf_AreOneOnTheWhole() => Assert.Equal(1, GeometricMean.Of([2, 0.5])!.Value, 1e-12);

    [Fact]
    public void TheMeanOfThree_IsTheCubeRootOfTheirProduct() =>
        Assert.Equal(4, GeometricMean.Of([1, 2, 32])!.Value, 1e-12);

    [Fact]
    public void NothingHasNoMean() => Assert.Null(GeometricMean.Of([]));
}
