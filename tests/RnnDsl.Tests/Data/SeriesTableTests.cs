using System.Runtime.InteropServices;
using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

// W17
public class SeriesTableTests
{
    private static readonly float[] pairs = [0, 100, 1, 101, 2, 102, 3, 103, 4, 104];

    [Fact]
    public void WindowsOfPairsBeginWithTheFirstColumn()
    {
        var windows = Series.Windows(new SeriesTable(pairs, columns: 2), 3, horizon: 2);
        Assert.Equal((1, 2, 3, 2), (windows.Count, windows.Columns, windows.Length, windows.Horizon));
        Assert.Equal([0f, 100, 1, 101, 2, 102], windows[0].Window.ToArray());
        Assert.Equal([3f, 103, 4, 104], windows[0].Next.ToArray());

        windows = Series.Windows(new SeriesTable(pairs, columns: 2), 2);
        Assert.Equal(3, windows.Count);
        Assert.Equal([1f, 101, 2, 102], windows[1].Window.ToArray());
        Assert.Equal([3f, 103], windows[1].Next.ToArray());
        Assert.Equal<SeriesWindow>([windows[0], windows[1], windows[2]], windows);
        Assert.True(MemoryMarshal.TryGetArray(windows[1].Window, out var segment));
        Assert.Same(pairs, segment.Array);
    }

    [Fact]
    public void ATableOfOneColumnHasTheWindowsOfASeries()
    {
        var table = Series.Windows(new SeriesTable(pairs, columns: 1), 4, 2);
        var series = Series.Windows(pairs, 4, 2);
        Assert.Equal(series.Count, table.Count);
        Assert.Equal(series[3].Window.ToArray(), table[3].Window.ToArray());
    }

    [Fact]
    public void ASeriesThatIsTooShortInStepsIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Series.Windows(new SeriesTable(pairs, 2), 5));
        Assert.Contains(
            "A series of 5 steps has no window of 5 with 1 to follow",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Windows(new SeriesTable(pairs, 2), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Windows(new SeriesTable(pairs, 2), 4)[1]);
    }

    [Fact]
    public void ATableIsCutBetweenSteps()
    {
        var (train, test) = Series.Split(new SeriesTable(pairs, ["a", "b"]), 0.7);
        Assert.Equal((3, 2), (train.Steps, test.Steps));
        Assert.Equal([3f, 103, 4, 104], test.Values.ToArray());
        Assert.Equal(["a", "b"], test.Names);
        Assert.Equal((103f, 4f), (test[0, 1], test[1, 0]));
        Assert.Throws<ArgumentException>(() => Series.Split(new SeriesTable(pairs, 2), 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Series.Split(new SeriesTable(pairs, 2), 1));
    }

    [Fact]
    public void ColumnsAreTakenApartAndPutTogether()
    {
        var table = new SeriesTable(pairs, ["a", "b"]);
        Assert.Equal([0f, 1, 2, 3, 4], table.Column("a"));
        Assert.Equal([100f, 101, 102, 103, 104], table.Column(1));
        Assert.Equal(pairs, SeriesTable.Of(table.Column(0), table.Column(1)).Values.ToArray());
        Assert.Equal(["0", "1"], SeriesTable.Of([1], [2]).Names);
    }

    [Fact]
    public void WhatIsNoTableIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new SeriesTable(pairs, columns: 3));
        Assert.Throws<ArgumentException>(() => new SeriesTable(pairs, columns: 1_000_000_000));
        Assert.Throws<ArgumentException>(() => new SeriesTable(Array.Empty<float>(), columns: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeriesTable(pairs, columns: 0));
        Assert.Throws<ArgumentException>(() => new SeriesTable(pairs, ["a", "a"]));
        Assert.Throws<ArgumentException>(() => new SeriesTable(pairs, []));
        Assert.Throws<ArgumentException>(() => SeriesTable.Of([1, 2], [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesTable.Of());
        var table = new SeriesTable(pairs, columns: 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[5, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table[0, -1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Column(2));
        Assert.Throws<ArgumentException>(() => table.Column("c"));
        Assert.Throws<ArgumentException>(() => table[2..2]);
    }
}
