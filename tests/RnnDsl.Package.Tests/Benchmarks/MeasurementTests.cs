using RnnDsl.Benchmarks;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Package.Tests.Benchmarks;

/// <summary>A time is written as it is read.</summary>
public sealed class MeasurementTests
{
    [Fact]
    public void ALine_IsRead()
    {
        var line = Measurement.TryParse("onednn lbr_gru 64 32 100 48 train 7.7315 61.0");

        Assert.Equal(new("onednn", "lbr_gru", new Point(64, 32, 100, 48), Pass.Train, 7.7315, 61), line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("onednn lstm 64 32 100 64 train 7.7")]
    [InlineData("onednn lstm 64 32 100 64 train 7.7 61.0 ms")]
    [InlineData("onednn lstm 64 32 100 64 training 7.7 61.0")]
    [InlineData("onednn lstm 64 32 0 64 train 7.7 61.0")]
    [InlineData("onednn lstm 64 32 -1 64 train 7.7 61.0")]
    [InlineData("onednn lstm 64 32 1e2 64 train 7.7 61.0")]
    [InlineData("onednn lstm 64 32 100 64 train 0 61.0")]
    [InlineData("onednn lstm 64 32 100 64 train nan 61.0")]
    [InlineData("onednn lstm 64 32 100 64 train 7.7 inf")]
    [InlineData("onednn lstm 64 32 100 64 train 7,7 61.0")]
    public void WhatIsNoLine_IsRefused(string text) => Assert.Null(Measurement.TryParse(text));

    [Fact]
    public void ALineOfOurs_IsWhatAPeersFileHolds()
    {
        var line = new Measurement("rnndsl", "gru-after", new Point(64, 32, 100, 48), Pass.Inference, 1.25, 80.5);

        Assert.Equal("rnndsl gru-after 64 32 100 48 inference 1.2500 80.5", line.ToString());
        Assert.Equal(line, Measurement.TryParse(line.ToString()));
    }

    [Fact]
    public void AnExample_IsALine() =>
        Assert.NotNull(Measurement.TryParse(Measurement.Form.Split('\'', StringSplitOptions.RemoveEmptyEntries)[^1]));
}
