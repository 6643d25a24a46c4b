using System.IO.Compression;
using System.Text;
using RnnDsl.Data;
using Xunit;

namespace RnnDsl.Tests.Data;

public sealed class SeriesCsvTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("time,value\n0.0,1.5\n0.1,-2e-3\n")]
    [InlineData("time,value\r\n0.0,1.5\r\n0.1,-2e-3\r\n\r\n")]
    [InlineData("value\n1.5\n-0.002")]
    [InlineData("\"name\", value \n\"a, \"\"b\"\"\nc\", 1.5\nd,\"-.002\"\n\n\n")]
    [InlineData("\uFEFFvalue,time\n1.5,\n-0.002,\n")]
    public void ReadsTheNamedColumn(string text) => Assert.Equal([1.5f, -0.002f], Read(text));

    [Fact]
    public void ReadsWithAnotherSeparator()
    {
        File.WriteAllText(path, "a;b\n1;2\n3;4\n");
        Assert.Equal([2f, 4f], Series.ReadCsv(path, "b", ';'));
    }

    [Fact]
    public void ReadsACompressedFile()
    {
        using (var stream = new GZipStream(File.Create(path), CompressionMode.Compress))
        {
            stream.Write(Encoding.UTF8.GetBytes("value\n3\n4\n"));
        }

        Assert.Equal([3f, 4f], Series.ReadCsv(path, "value"));
    }

    [Theory]
    [InlineData("time,value\n0,1\n0,abc\n", "line 3, column 'value': expected a finite number, found 'abc'")]
    [InlineData("time,value\n0,1\n0,\n", "line 3, column 'value': expected a finite number, found ''")]
    [InlineData("time,value\n0,NaN\n", "line 2, column 'value': expected a finite number, found 'NaN'")]
    [InlineData("time,value\n0,1e99\n", "line 2, column 'value': expected a finite number, found '1e99'")]
    [InlineData("time,value\n0,\"1,5\"\n", "line 2, column 'value': expected a finite number, found '1,5'")]
    [InlineData(
        "time,value\n0,1\n0\n",
        "line 3: expected 2 fields, as many as the heading names ('time', 'value'), with ',' between two, found 1 ('0')"
    )]
    [InlineData(
        "time,value\n0,1\n\n0,2\n",
        "line 3: expected 2 fields, as many as the heading names ('time', 'value'), with ',' between two, found an empty"
    )]
    [InlineData("a,value\n\"two\nlines\",1\nb,x\n", "line 4, column 'value': expected a finite number, found 'x'")]
    [InlineData("a,value\n\"no end,1\n", "line 2: the quoted field")]
    [InlineData("time,price\n0,1\n", "has no column 'value': its columns are 'time', 'price'")]
    [InlineData("time,value\n", "holds no values: expected at least one line after its heading")]
    [InlineData("", "is empty: expected a first line that names its columns")]
    public void SaysWhereTheFileIsWrong(string text, string expected)
    {
        var error = Assert.Throws<DataFormatException>(() => Read(text));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void QuotesOnlyTheBeginningOfAFileThatIsNoTable()
    {
        var wide = Assert.Throws<DataFormatException>(() => Read(string.Join(',', Enumerable.Range(0, 10_000))));
        Assert.EndsWith("'18', '19' and more.", wide.Message, StringComparison.Ordinal);
        var endless = Assert.Throws<DataFormatException>(() => Read("value\n" + new string('x', 100_000)));
        Assert.EndsWith($"found '{new string('x', 40)}...'.", endless.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysThatTheFileIsMissing()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Series.ReadCsv(path, "value"));
        Assert.Equal($"Cannot read {path}: expected a file, but nothing has that name.", error.Message);
        var folder = Assert.Throws<FileNotFoundException>(() => Series.ReadCsv(Path.GetTempPath(), "value"));
        Assert.Contains("a folder has that name", folder.Message, StringComparison.Ordinal);
    }

    private float[] Read(string text)
    {
        File.WriteAllText(path, text);
        return Series.ReadCsv(path, "value");
    }
}
