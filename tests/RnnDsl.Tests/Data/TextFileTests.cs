using System.Text;
using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryFile file = new("text.txt");

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("\uFEFF", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("\uFEFFa\r\nb\r\n", new[] { "a", "b" })]
    [InlineData("\n\n x \n", new[] { "", "", " x " })]
    [InlineData("crème\rbrûlée\u2028\u0085\n😀\n\uFEFF", new[] { "crème\rbrûlée\u2028\u0085", "😀", "\uFEFF" })]
    public void LinesEndWithLineFeeds(string text, string[] expected)
    {
        var lines = TextFile.Lines(file.Write(text));
        Assert.Equal(expected, lines.Select(line => line.Text));
        Assert.Equal(Enumerable.Range(1, expected.Length), lines.Select(line => line.Line));
        Assert.All(lines, line => Assert.Equal(file.Path, line.File));
        Assert.Equal(text.StartsWith('\uFEFF') ? text[1..] : text, TextFile.ReadAll(file.Path));
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_001)]
    public void LinesOfAnyLengthAreRead_WhereverTheBufferEnds(int length)
    {
        // Three bytes a character, so that a buffer ends within one.
        string[] lines = [new('€', length / 3), new('x', length), "", new('€', length / 2 + 1), "end"];
        var text = string.Join('\n', lines);
        Assert.Equal(lines, TextFile.Lines(file.Write(text)).Select(line => line.Text));
        Assert.Equal(text, TextFile.ReadAll(file.Path));
    }

    [Fact]
    public void ACompressedFileIsReadWhateverItsName_AndInSeveralMembers()
    {
        byte[] bytes = [.. TemporaryFile.Gzip("a\nb"), .. TemporaryFile.Gzip("c\n"), .. TemporaryFile.Gzip("d")];
        Assert.Equal(["a", "bc", "d"], TextFile.Lines(file.Write(bytes)).Select(line => line.Text));
    }

    [Fact]
    public void TheCompressedFileIsTakenWhereThePlainOneIsNot()
    {
        using var compressed = new TemporaryFile("text.txt.gz");
        compressed.Write(TemporaryFile.Gzip("a"));
        Assert.Equal(compressed.Path, TextFile.PlainOrGzip(compressed.Path[..^3]));

        File.WriteAllText(compressed.Path[..^3], "b");
        Assert.Equal(compressed.Path[..^3], TextFile.PlainOrGzip(compressed.Path[..^3]));

        // What is not there at all is named as it was asked for.
        Assert.Equal(file.Path, TextFile.PlainOrGzip(file.Path));
    }

    [Fact]
    public void ACompressedFileThatEndsAnywhereTooEarlyIsRefused()
    {
        var bytes = TemporaryFile.Gzip(string.Concat(Enumerable.Range(0, 50).Select(i => $"line {i * i}\n")));
        // The second member begins to be one with its first byte.
        byte[] two = [.. bytes, .. bytes];
        for (var length = 2; length < two.Length; length++)
        {
            if (length == bytes.Length)
            {
                continue;
            }

            file.Write(two[..length]);
            var read = 0;
            var error = Assert.Throws<DataFormatException>(() =>
            {
                foreach (var line in TextFile.Lines(file.Path))
                {
                    Assert.Equal(++read, line.Line);
                    Assert.Equal($"line {(read - 1) % 50 * ((read - 1) % 50)}", line.Text);
                }
            });
            Assert.Equal(read + 1, error.Line);
            Assert.StartsWith($"{file.Path}, line {read + 1}: the compressed file", error.Message);
            Assert.Contains($"ends too early, {read} lines were read", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ADamagedCompressedFileIsRefused()
    {
        var bytes = TemporaryFile.Gzip("some text\nof two lines\n");
        // The check sum, and the size.
        foreach (var place in (int[])[1, 8])
        {
            var damaged = bytes.ToArray();
            damaged[^place] ^= 1;
            file.Write(damaged);
            var error = Assert.Throws<DataFormatException>(() => TextFile.ReadAll(file.Path));
            Assert.Contains("the compressed file is damaged", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ANameThatSaysGzipIsHeldToIt()
    {
        using var gz = new TemporaryFile("text.gz");
        Refusal.Assert(gz.Write(""), 0, "(0 bytes) does not begin as gzip does", () => TextFile.ReadAll(gz.Path));
        Refusal.Assert(gz.Write("text\n"), 0, "the name ends in .gz", () => TextFile.Lines(gz.Path).Count());
        gz.Write(TemporaryFile.Gzip("text\n"));
        Assert.Equal("text\n", TextFile.ReadAll(gz.Path));
    }

    [Theory]
    [InlineData(new byte[] { 0xE9 }, "0xE9 at byte 3")] // Latin-1
    [InlineData(new byte[] { 0xC3, 0xA9, 0xC3 }, "0xC3 at byte 5")] // A character without its end.
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, "0xED at byte 3")] // Half of a surrogate pair.
    [InlineData(new byte[] { 0xC0, 0x80 }, "0xC0 at byte 3")] // A longer form than needed.
    [InlineData(new byte[] { 0xFF, 0xFE }, "0xFF at byte 3")]
    public void AByteThatIsNotUtf8IsNamedWithItsPlace(byte[] bytes, string expected)
    {
        file.Write([.. Encoding.UTF8.GetBytes("première\nab"), .. bytes, .. "\nmore"u8]);
        Refusal.Assert(file.Path, 2, expected, () => TextFile.ReadAll(file.Path));
        Refusal.Assert(file.Path, 2, expected, () => TextFile.Lines(file.Path).Count());
        Assert.Equal("première", TextFile.Lines(file.Path).First().Text);
        var asCsv = new TemporaryFile("text.csv");
        asCsv.Write([.. "value\n"u8, .. "12"u8, .. bytes, .. "\n"u8]);
        Refusal.Assert(asCsv.Path, 2, expected, () => Series.ReadCsv(asCsv.Path, "value"));
        asCsv.Dispose();
    }

    [Fact]
    public void AMissingFileIsRefusedAtOnce()
    {
        var error = Assert.Throws<FileNotFoundException>(() => TextFile.Lines(file.Path));
        Assert.Equal($"Cannot read {file.Path}: expected a file, but nothing has that name.", error.Message);
        Assert.Throws<FileNotFoundException>(() => TextFile.ReadAll(Path.GetTempPath()));
    }

    [Fact]
    public void AFileIsReadInConstantMemory()
    {
        var line = new string('x', 999) + "\n";
        file.Write(TemporaryFile.Gzip(string.Concat(Enumerable.Repeat(line, 20_000))));
        // Other tests run meanwhile and may keep something; what the reader itself keeps shows in every pass.
        var least = Enumerable.Range(0, 5).Min(_ => MostKept());

        Assert.InRange(least, long.MinValue, 4 << 20);

        long MostKept()
        {
            var most = 0L;
            var before = GC.GetTotalMemory(forceFullCollection: true);
            foreach (var read in TextFile.Lines(file.Path))
            {
                if (read.Line % 4_000 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                }
            }

            return most;
        }
    }
}
