using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

/// <summary>Small files that ask for much memory or time.</summary>
public sealed class LimitTests : IDisposable
{
    private const long Most = 150_000_000;
    private readonly TemporaryFile file = new("limit.txt");

    public void Dispose() => file.Dispose();

    // F2
    [Fact]
    public void ACompressedFileOfOneLongLineIsRefusedByEveryReader()
    {
        Write(new string('1', 1 << 20), 300);
        AssertRefused("the line has more than 16777216 bytes", path => TextFile.Lines(path).Count());
        AssertRefused("TextFile.ReadAll reads a text without lines", path => Series.ReadCsv(path, "value"));
        AssertRefused("the line has more than 16777216 bytes", path => TsvRecords.Read(path, "a").Count());
        AssertRefused("the line has more than 16777216 bytes", path => new SktimeReader(path));
        AssertRefused("the line has more than 16777216 bytes", path => LabelledTexts.ReadLabels(path));
        AssertRefused("the line has more than 16777216 bytes", path => Vocabulary.Load(path));
        AssertRefused(
            "the text has more than 1000000 bytes: read it line by line, or allow for more",
            path => TextFile.ReadAll(path, most: 1_000_000)
        );
    }

    [Fact]
    public void AQuotedFieldOfManyLinesIsRefused()
    {
        Write("value\n\"", 1, string.Concat(Enumerable.Repeat("one more line\n", 1 << 16)), 60);
        AssertRefused("the record has more than 16777216 characters", path => Series.ReadCsv(path, "value"));
        Write("value\n", 1, string.Concat(Enumerable.Repeat("\"one more\nline\",", 1 << 16)), 60);
        AssertRefused("the record has more than 16777216 characters", path => Series.ReadCsv(path, "value"));
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(':')]
    public void ALineOfSeparatorsIsRefused(char separator)
    {
        var line = new string(separator, 16_000_000);
        Write(line, 1);
        AssertRefused("", path => Series.ReadCsv(path, "value", separator));
        AssertRefused("", path => TsvRecords.ReadWithHeading(path, "value").Count());
        Write("value\n1\n" + line, 1);
        AssertRefused("", path => Series.ReadCsv(path, "value", separator));
        if (separator == '\t')
        {
            AssertRefused("found 16000001", path => TsvRecords.ReadWithHeading(path, "value").Count());
        }

        Write("@dimensions 2\n@data\n" + line, 1);
        AssertRefused("", path => new SktimeReader(path).Count());
    }

    [Fact]
    public void ATextOfOneLineIsReadWholeWhateverItsLength()
    {
        Write(new string('x', 1 << 20), 20);
        Assert.Equal(20 << 20, TextFile.ReadAll(file.Path).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => TextFile.ReadAll(file.Path, 0));
    }

    [Fact]
    public void ALineOfTheMostBytesIsRead()
    {
        Write(new string('x', 1 << 24), 1);
        Assert.Equal(1 << 24, TextFile.Lines(file.Path).Single().Text.Length);
    }

    // F4
    [Fact]
    public void AHeadingOfManyColumnsIsReadInATimeThatGrowsWithThem()
    {
        var names = Enumerable.Range(0, 200_000).Select(i => FormattableString.Invariant($"c{i}")).ToArray();
        var asked = names.Where((_, i) => i % 10 == 3).Reverse().ToArray();
        var start = Stopwatch.GetTimestamp();
        var tabs = string.Join('\t', names) + "\n" + string.Join('\t', Enumerable.Range(0, names.Length)) + "\n";
        file.Write(tabs);
        var record = TsvRecords.ReadWithHeading(file.Path, asked).Single();
        Assert.Equal("199993", record.Fields[0]);
        Assert.All(asked, name => Assert.Equal(name[1..], record[name]));
        file.Write(tabs.Replace('\t', ','));
        Assert.Equal(199_993, Series.ReadCsv(file.Path, asked)[0, 0]);
        Assert.Equal(3, Series.ReadCsv(file.Path, "c3")[0]);
        // 23 s when each name was sought from the beginning.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
    }

    private void AssertRefused(string expected, Action<string> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<DataFormatException>(() => read(file.Path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 0, 2000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most);
    }

    private void Write(string text, int count) => Write(text, count, "", 0);

    private void Write(string text, int count, string more, int moreCount)
    {
        using var gzip = new GZipStream(File.Create(file.Path), CompressionLevel.Fastest);
        foreach (var (some, times) in ((string, int)[])[(text, count), (more, moreCount)])
        {
            var bytes = Encoding.UTF8.GetBytes(some);
            for (var i = 0; i < times; i++)
            {
                gzip.Write(bytes);
            }
        }
    }
}
