using RnnDsl.Benchmarks;
using RnnDsl.Benchmarks.Tables;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Package.Tests.Benchmarks;

/// <summary>A cell is held against the LSTM by its operations in a second, point by point.</summary>
public sealed class OverLstmTests
{
    private static readonly Point Small = new(50, 32, 10, 1);
    private static readonly Point Large = new(64, 32, 100, 64);

    [Fact]
    public void ACellBelowThePromise_IsMarked_AndOneThatDoesMoreWorkIsLeftOut()
    {
        var table = OverLstm.Table(
            Pass.Train,
            [
                Time("lstm", Small, 40),
                Time("janet", Small, 20),
                Time("lstm+dx", Small, 30),
                Time("lstm", Large, 80),
                Time("janet", Large, 160),
                Time("mlstm", Large, 68),
            ]
        );

        Assert.Equal(
            """
            rnndsl, train: GFLOP/s of each cell over those of lstm; * is below 0.85
              H B T I         janet  mlstm
              50 32 10 1      *0.50      -
              64 32 100 64     2.00   0.85
              geometric mean   1.00   0.85

            """,
            table?.ToString()
        );
    }

    [Fact]
    public void WithoutAnLstm_ThereIsNoTable() => Assert.Null(OverLstm.Table(Pass.Train, [Time("janet", Small, 20)]));

    private static Measurement Time(string cell, Point point, double gflops) =>
        new("rnndsl", cell, point, Pass.Train, 1, gflops);
}
