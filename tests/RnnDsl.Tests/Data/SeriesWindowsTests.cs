using System.Runtime.InteropServices;
using RnnDsl.Data;
using Xunit;

namespace RnnDsl.Tests.Data;

public sealed class SeriesWindowsTests
{
    [Fact]
    public void WindowsOverlapAndAreFollowedByTheNextValue()
    {
        var windows = Series.Windows(new float[] { 0, 1, 2, 3, 4 }, 3);
        Assert.Equal(2, windows.Count);
        Assert.Equal([1f, 2f, 3f], windows[1].Window.ToArray());
        Assert.Equal([4f], windows[1].Next.ToArray());
        Assert.Equal<SeriesWindow>([windows[0], windows[1]], windows);
    }

    [Fact]
    public void AHorizonOfSeveralValuesFollowsEachWindow()
    {
        var windows = Series.Windows(new float[] { 0, 1, 2, 3, 4 }, 2, horizon: 2);
        Assert.Equal(2, windows.Count);
        Assert.Equal([3f, 4f], windows[1].Next.ToArray());
    }

    [Fact]
    public void WindowsAreViewsOfTheSeries()
    {
        var series = new float[] { 0, 1, 2, 3, 4 };
        var window = Series.Windows(series, 3)[1].Window;
        Assert.True(MemoryMarshal.TryGetArray(window, out var segment));
        Assert.Same(series, segment.Array);
        Assert.Equal(1, segment.Offset);
    }

    [Fact]
    public void ASeriesThatIsTooShortIsRefused()
    {
        Assert.Single(Series.Windows(new float[11], 10));
        var error = Assert.Throws<ArgumentException>(() => Series.Windows(new float[10], 10));
        Assert.Contains("A series of 10 values", error.Message, StringComparison.Ordinal);
        Assert.Contains("expected at least 11", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Series.Windows(new float[10], int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Windows(new float[10], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Windows(new float[10], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Windows(new float[10], 5)[5]);
    }

    [Theory]
    [InlineData(1000, 0.7, 700)]
    [InlineData(10, 0.29, 2)]
    [InlineData(100, 0.29, 29)]
    public void SplitKeepsThePastFirst(int length, double fraction, int expected)
    {
        var series = Enumerable.Range(0, length).Select(i => (float)i).ToArray();
        var (train, test) = Series.Split(series, fraction);
        Assert.Equal(expected, train.Length);
        Assert.Equal(length - expected, test.Length);
        Assert.Equal(expected, test.Span[0]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void SplitRefusesAFractionThatIsNone(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Split(new float[10], fraction));

    [Fact]
    public void SplitRefusesToLeaveNothing()
    {
        var error = Assert.Throws<ArgumentException>(() => Series.Split(new float[3], 0.1));
        Assert.Contains("leaves 0 and 3", error.Message, StringComparison.Ordinal);
    }
}
