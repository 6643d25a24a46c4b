using System.Text;
using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

/// <summary>Odd files in the other formats: each is read right, or refused with its line.</summary>
public sealed class OddTablesTests : IDisposable
{
    private readonly TemporaryFile file = new("odd.txt");

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("a\tb\n1\t2\n", "1|2")]
    [InlineData("\uFEFFa\tb\r\n1\t2\r\n", "1|2")]
    [InlineData("b\tx\ta\n2\t\t1", "1|2")]
    [InlineData("x\tx\ta\tb\n0\t0\t1\t2\n", "1|2")]
    [InlineData("a\tb\n \t\"\n", " |\"")]
    [InlineData("a\tb\n1\r\t2\n", "1\r|2")]
    public void ATableIsReadRight(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(';', TsvRecords.ReadWithHeading(file.Write(text), "a", "b").Select(r => $"{r["a"]}|{r["b"]}"))
        );

    // W5, of tables
    [Theory]
    [InlineData("a\tb\ta\n1\t2\t3\n", 1, "more than one column 'a': its columns are 'a', 'b', 'a'")]
    [InlineData("a\ta\n1\t2\n", 1, "no column 'b'")]
    [InlineData("a\tb\n1\t2\t\n", 2, "expected 2 columns ('a', 'b') with a tab between two, found 3 ('1', '2', '')")]
    [InlineData("a\tb\n1\n", 2, "found 1 ('1')")]
    [InlineData("a\tb\n\n", 2, "found an empty line")]
    [InlineData("a\tb\n1\t2\n\n", 3, "found an empty line")]
    [InlineData("a \tb\n1\t2\n", 1, "no column 'a'")]
    [InlineData("a,b\n1,2\n", 1, "no column 'a', 'b': its columns are 'a,b'")]
    [InlineData("", 0, "the file is empty")]
    [InlineData("\uFEFF", 0, "the file is empty")]
    [InlineData("\n", 1, "no column 'a', 'b'")]
    public void ATableIsRefusedWithItsLine(string text, int line, string expected) =>
        Refusal.Assert(file.Write(text), line, expected, () => TsvRecords.ReadWithHeading(file.Path, "a", "b").Count());

    // W21
    [Fact]
    public void NulsAreRefusedByEveryReader()
    {
        var vocabulary = Vocabulary.Of("a", "b").ToText();
        AssertRefused("1\ta\n2\tb", 2, path => TsvRecords.Read(path, "n", "x").Count());
        AssertRefused("1\ta\n2\tb\n", 3, path => TsvRecords.Read(path, "n", "x").Count());
        AssertRefused("n\tx\n1\ta\n25", 3, path => TsvRecords.ReadWithHeading(path, "n").Count());
        AssertRefused("@data\n1,2,3\n1,2,25", 3, path => new SktimeReader(path).Count());
        AssertRefused("@dimensions 2", 1, path => new SktimeReader(path));
        AssertRefused("@classLabel true a b\n@data\n1,2:a\n1,2:b", 4, path => new SktimeReader(path).Count());
        AssertRefused("good\ttext\nbad\tmore", 2, path => LabelledTexts.ReadLabels(path));
        AssertRefused(
            "good\ttext\nbad\tmore",
            2,
            path => LabelledTexts.Read(path, Vocabulary.Of("good", "bad")).Count()
        );
        AssertRefused("text\nmore", 2, path => TextFile.Lines(path).Count());
        AssertRefused("text\nmore", 2, path => TextFile.ReadAll(path));
        AssertRefused(vocabulary.TrimEnd('\n'), 6, path => Vocabulary.Load(path));
        AssertRefused(vocabulary, 7, path => Vocabulary.Load(path));

        void AssertRefused(string text, int line, Action<string> read)
        {
            foreach (var count in (int[])[1, 100, 100_000])
            {
                byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. new byte[count]];
                Refusal.Assert(file.Write(bytes), line, "found a NUL byte", () => read(file.Path));
                file.Write(TemporaryFile.Gzip(Encoding.UTF8.GetString(bytes)));
                Refusal.Assert(file.Path, line, "found a NUL byte", () => read(file.Path));
            }
        }
    }

    [Theory]
    [InlineData("@dimensions 2\n@dimensions 2\n@data\n1:2\n", 2, "the directive '@dimensions' is there already")]
    [InlineData("@dimension 2\n@dimensions 3\n@data\n1:2\n", 2, "the directive '@dimensions' is there already")]
    [InlineData("@univariate true\n@dimensions 2\n@data\n1:2\n", 2, "univariate and that it has 2 dimensions")]
    [InlineData("@dimensions 2\n@univariate true\n@data\n1:2\n", 2, "univariate and that it has 2 dimensions")]
    [InlineData("@missing true false\n@data\n", 1, "expected true or false after @missing")]
    [InlineData("@classLabel\n@data\n", 1, "expected true or false after @classLabel")]
    [InlineData("@dimensions +2\n@data\n", 1, "expected a number of at least 1 after @dimensions, found '+2'")]
    [InlineData("@dimensions 2147483648\n@data\n", 1, "found '2147483648'")]
    [InlineData("@dimensions 99999999999999999999\n@data\n", 1, "found '99999999999999999999'")]
    [InlineData("@dimensions ２\n@data\n", 1, "found '２'")]
    [InlineData("@dimensions 2147483647\n@data\n1:2\n", 3, "expected 2147483647 channels")]
    [InlineData("@seriesLength 2147483647\n@data\n1,2\n", 3, "expected 2147483647 steps")]
    [InlineData("@data 1\n1\n", 1, "there is no directive '@data'")]
    [InlineData("@data\n1,2\n\n", 3, "found an empty line")]
    [InlineData("@data\n,\n", 2, "channel 1, value 1: expected a finite number, found ''")]
    [InlineData("@data\n:\n", 2, "channel 1, value 1: expected a finite number, found ''")]
    [InlineData("@data\n1,2:3\n", 2, "channel 2 has 1 values, channel 1 has 2")]
    [InlineData("@classLabel true a b\n@data\na\n", 3, "expected 1 channels and a label")]
    [InlineData("@classLabel true a b\n@data\n1:a \n1:A\n", 4, "expected a class of 'a', 'b', found 'A'")]
    [InlineData("@classLabel true a b\n@data\n1:\n", 3, "found ''")]
    [InlineData("@data\r1,2\r", 1, "there is no directive '@data'")] // Lines end with LF.
    public void ASeriesIsRefusedWithItsLine(string text, int line, string expected) =>
        Refusal.Assert(file.Write(text), line, expected, () => new SktimeReader(file.Path).Count());

    [Theory]
    [InlineData("@data\n1,2\r\n3\r\n", 2)]
    [InlineData("\uFEFF@data\n1", 1)]
    [InlineData("@DATA\n", 0)]
    [InlineData("@univariate false\n@dimensions 1\n@data\n1\n", 1)]
    [InlineData("@univariate true\n@dimensions 1\n@data\n1\n", 1)]
    [InlineData("@classLabel false\n@data\n1\n", 1)]
    [InlineData("@classLabel true a b\n@data\n#\n 1 , 2 : 3 , 4 : b \n", 1)]
    public void ASeriesIsReadRight(string text, int count) =>
        Assert.Equal(count, new SktimeReader(file.Write(text)).Count());

    [Fact]
    public void ALineThatClaimsAProductOfChannelsAndStepsTakesNoMemoryForIt()
    {
        // 100,000 channels, the first of 100,000 steps: 40 GB if that were believed.
        file.Write("@data\n" + new string(',', 99_999) + new string(':', 99_999) + "\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refusal.Assert(
            file.Path,
            2,
            "channel 2 has 1 values, channel 1 has 100000",
            () => new SktimeReader(file.Path).Count()
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Theory]
    [InlineData("rnndsl-vocabulary\t1\0", 1)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\t0\n", 2)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords, Whole\n", 2)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t1\0\n1\ta\n", 4)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t１\n1\ta\n", 4)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t+1\n1\ta\n", 4)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t1\n1\0\ta\n", 5)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t1\n-1\ta\n", 5)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t1\n9223372036854775808\ta\n", 5)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t1\n1\t\n", 5)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t2147483647\n1\ta\n", 6)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t2147483648\n1\ta\n", 4)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t2\n1\ta\n1\ta\n", 6)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\tb\nsymbols\t1\n1\ta\n", 3)]
    [InlineData("rnndsl-vocabulary\t1\ntokens\tWords\nunknown\t\nsymbols\t1\n1\ta\n\n", 6)]
    public void AVocabularyIsRefusedWithItsLine(string text, int line) =>
        Assert.Equal(line, Assert.Throws<DataFormatException>(() => Vocabulary.FromText(text)).Line);

    [Fact]
    public void AnySymbolComesBackFromAFile()
    {
        string[] symbols =
        [
            "\0",
            "\\0",
            "a\0b",
            "\n",
            "\r\n",
            "\t",
            "\\",
            "\\n",
            " ",
            "\u2028",
            "\uFEFF",
            "😀",
            "0",
            "'",
        ];
        var vocabulary = Vocabulary.Of(symbols);
        vocabulary.Save(file.Path);
        Assert.Equal(symbols, Vocabulary.Load(file.Path).Symbols);
        Assert.Equal(symbols, Vocabulary.FromText(vocabulary.ToText()).Symbols);
    }
}
