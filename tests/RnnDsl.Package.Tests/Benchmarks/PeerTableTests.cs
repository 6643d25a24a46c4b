using RnnDsl.Benchmarks;
using RnnDsl.Benchmarks.Peers;
using RnnDsl.Benchmarks.Timing;

namespace RnnDsl.Package.Tests.Benchmarks;

/// <summary>Ratios are printed at the right point and cell, and only plausible ones count.</summary>
public sealed class PeerTableTests
{
    private const double Peak = 100;

    private static readonly Point Small = new(50, 32, 10, 1);
    private static readonly Point Large = new(64, 32, 100, 64);

    [Fact]
    public void ATable_HasARowForEachPoint_AndTheGeometricMean()
    {
        var tables = Tables(
            [Ours("lstm", Small, 2), Ours("gru", Small, 1), Ours("lstm", Large, 1), Ours("janet", Large, 1)],
            [Theirs("lstm", Small, 1), Theirs("lstm", Large, 8), Theirs("gru", Small, 3)]
        );

        Assert.Equal(
            """
            onnxruntime, train: its time over rnndsl's (above 1 rnndsl is faster)
              H B T I         lstm   gru
              50 32 10 1      0.50  3.00
              64 32 100 64    8.00     -
              geometric mean  2.00  3.00

            """,
            Assert.Single(tables)
        );
    }

    [Fact]
    public void ALineThatTheMachineCannotReach_IsNamed_AndNotInTheMean()
    {
        var tables = Tables(
            [Ours("lstm", Small, 2), Ours("lstm", Large, 1)],
            [Theirs("lstm", Small, 0.1, gflops: 295.5), Theirs("lstm", Large, 8)]
        );

        Assert.Equal(
            """
            onnxruntime, train: its time over rnndsl's (above 1 rnndsl is faster)
              H B T I          lstm
              50 32 10 1      *0.05
              64 32 100 64     8.00
              geometric mean   8.00
              * not in the mean: lstm at 50 32 10 1 would be 295.5 GFLOP/s, more than the 100.0 that this machine can compute

            """,
            Assert.Single(tables)
        );
    }

    [Fact]
    public void AMeanOfNothing_IsADash() =>
        Assert.Contains(
            "geometric mean      -",
            Assert.Single(Tables([Ours("lstm", Small, 2)], [Theirs("lstm", Small, 0.1, gflops: 101)])),
            StringComparison.Ordinal
        );

    [Fact]
    public void OfTwoTimes_TheFasterCounts_IfItIsPossible()
    {
        var table = Assert.Single(
            Tables(
                [Ours("lstm", Small, 1)],
                [Theirs("lstm", Small, 4), Theirs("lstm", Small, 3), Theirs("lstm", Small, 0.1, gflops: 101)]
            )
        );

        Assert.Contains("50 32 10 1      3.00", table, StringComparison.Ordinal);
        Assert.DoesNotContain("*", table, StringComparison.Ordinal);
    }

    [Fact]
    public void APassOrAPointThatOnlyOneHas_GivesNoTable() =>
        Assert.Empty(
            Tables(
                [Ours("lstm", Small, 1)],
                [
                    Theirs("lstm", Large, 1),
                    Theirs("lstm", Small, 1) with
                    {
                        Line = Line("lstm", Small, 1, Pass.Backward),
                    },
                ]
            )
        );

    [Fact]
    public void TheSameCellWithTheGradientsOfItsInputs_HasAColumnOfItsOwn()
    {
        var theirs = new PeerTime("onednn", ["gru-after", "gru-after+dx"], Line("lbr_gru", Small, 6, Pass.Train));

        var tables = Tables([Ours("gru-after", Small, 2), Ours("gru-after+dx", Small, 4)], [theirs]);

        Assert.Contains("50 32 10 1           3.00          1.50", Assert.Single(tables), StringComparison.Ordinal);
    }

    private static List<string> Tables(IReadOnlyList<Measurement> ours, IReadOnlyList<PeerTime> theirs) =>
        [.. new PeerTable(Peak).Tables(ours, theirs).Select(x => x.ToString())];

    private static Measurement Ours(string cell, Point point, double milliseconds) =>
        Line(cell, point, milliseconds, Pass.Train);

    private static PeerTime Theirs(string cell, Point point, double milliseconds, double gflops = 10) =>
        new("onnxruntime", [cell], Line(cell, point, milliseconds, Pass.Train) with { Gflops = gflops });

    private static Measurement Line(string cell, Point point, double milliseconds, string pass) =>
        new("any", cell, point, pass, milliseconds, 10);
}
