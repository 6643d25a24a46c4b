using RnnDsl.Data;
using RnnDsl.Parameters;
using RnnDsl.Tests.Language;

namespace RnnDsl.Tests.Data;

// T9
public class ScalerTextTests
{
    [Fact]
    public void AScalerIsRebuiltFromItsNumbers()
    {
        var fitted = Scaler.Fit([1, 2, 4.5f, -3]);
        var rebuilt = new Scaler(fitted.Mean, fitted.Deviation);
        Assert.Equal((fitted.Mean, fitted.Deviation), (rebuilt.Mean, rebuilt.Deviation));
        Assert.Equal(fitted.Transform(0.1f), rebuilt.Transform(0.1f));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, double.NaN)]
    [InlineData(0, double.PositiveInfinity)]
    public void NumbersThatScaleNothingAreRefused(double mean, double deviation) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scaler(mean, deviation));

    [Fact]
    public void AScalerIsSavedWithAModel()
    {
        var scaler = Scaler.Fit([0.1f, 0.2f, 0.7f]);
        var table = TableScaler.Fit(new SeriesTable(new float[] { 1, 10, 2, 30, 4, 20 }, columns: 2));
        var saved = new MemoryStream();
        NewStore().Save(saved, new Dictionary<string, string> { ["one"] = scaler.ToText(), ["two"] = table.ToText() });
        saved.Position = 0;
        var texts = NewStore().Load(saved);
        var loaded = Scaler.FromText(texts["one"]);
        Assert.Equal((scaler.Mean, scaler.Deviation), (loaded.Mean, loaded.Deviation));
        var columns = TableScaler.FromText(texts["two"]).Columns;
        Assert.Equal(table.Columns.Select(x => (x.Mean, x.Deviation)), columns.Select(x => (x.Mean, x.Deviation)));

        static ParameterStore NewStore()
        {
            var scope = ParameterScope.Root(1);
            scope.Vec<State>("b", 2, Initializer.Zeros);
            return scope.Store;
        }
    }

    [Theory]
    [InlineData(1e-300, double.Epsilon)]
    [InlineData(-0.1, 1.0 / 3)]
    [InlineData(double.MaxValue, double.MaxValue)]
    public void TheNumbersComeBackBitByBit(double mean, double deviation)
    {
        var scaler = Scaler.FromText(new Scaler(mean, deviation).ToText());
        Assert.Equal(BitConverter.DoubleToInt64Bits(mean), BitConverter.DoubleToInt64Bits(scaler.Mean));
        Assert.Equal(BitConverter.DoubleToInt64Bits(deviation), BitConverter.DoubleToInt64Bits(scaler.Deviation));
    }

    [Theory]
    [InlineData("", 1, "found the end")]
    [InlineData("rnndsl-scaler\t2\ncolumns\t1\n0\t1\n", 1, "found 'rnndsl-scaler' and '2'")]
    [InlineData("rnndsl-vocabulary\t1\n", 1, "found 'rnndsl-vocabulary' and '1'")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t0\n", 2, "found 'columns' and '0'")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t2\n0\t1\n0\t1\n", 2, "expected a scaler of one column, found 2")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n", 3, "found the end")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n0 1\n", 3, "with a tab in the line")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n0,5\t1\n", 3, "found '0,5' and '1'")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n0\t1\0\n", 3, "expected a mean, a tab and a deviation above 0")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n0\t0\n", 3, "found '0' and '0'")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n0\t-1\n", 3, "found '0' and '-1'")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\nNaN\t1\n", 3, "found 'NaN' and '1'")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n0\t1e999\n", 3, "found '0' and '1e999'")]
    [InlineData("rnndsl-scaler\t1\ncolumns\t1\n0\t1\n0\t1\n", 4, "expected the end after 1 columns")]
    public void WhatIsNoScalerIsRefusedWithItsLine(string text, int line, string expected) =>
        Refusal.Assert("scaler", line, expected, () => Scaler.FromText(text));

    [Fact]
    public void EachColumnIsStandardizedByItsOwnNumbers()
    {
        var series = new SeriesTable(new float[] { 1, 10, 2, 30, 3, 20 }, ["a", "b"]);
        var scaler = TableScaler.Fit(series);
        var scaled = scaler.Transform(series);
        Assert.Equal(["a", "b"], scaled.Names);
        for (var column = 0; column < 2; column++)
        {
            Assert.Equal(Scaler.Fit(series.Column(column)).Transform(series.Column(column)), scaled.Column(column));
        }

        var back = scaler.Inverse(scaled).Values.ToArray();
        Assert.All(back.Zip(series.Values.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
        Assert.Throws<ArgumentException>(() => scaler.Transform(new SeriesTable(new float[3], columns: 3)));
        Assert.Throws<ArgumentException>(() => new TableScaler([]));
    }
}
