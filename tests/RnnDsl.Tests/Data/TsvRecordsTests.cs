using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

public sealed class TsvRecordsTests : IDisposable
{
    private readonly TemporaryFile file = new("table.tsv");

    public void Dispose() => file.Dispose();

    [Fact]
    public void ReadsTheColumnsOfEachLine()
    {
        file.Write("1\ta b\t\n0\t\"quoted\"\tx\r\n");
        var records = TsvRecords.Read(file.Path, "label", "text", "more").ToArray();
        Assert.Equal(["1", "a b", ""], records[0].Fields);
        Assert.Equal("\"quoted\"", records[1]["text"]);
        Assert.Equal("x", records[1]["more"]);
        Assert.Equal((file.Path, 2), (records[1].File, records[1].Line));
        var error = Assert.Throws<ArgumentException>(() => records[0]["name"]);
        Assert.Contains("'label', 'text', 'more'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadsTheColumnsThatAreAskedForByTheHeading()
    {
        file.Write("id\ttext\tlabel\n7\tfine\t1\n8\tbad\t0\n");
        var records = TsvRecords.ReadWithHeading(file.Path, "label", "text").ToArray();
        Assert.Equal(["1", "fine"], records[0].Fields);
        Assert.Equal(("0", 3), (records[1]["label"], records[1].Line));
    }

    [Theory]
    [InlineData("1\ta\n1\n", 2, "expected 2 columns ('label', 'text') with a tab between two, found 1 ('1')")]
    [InlineData("1\ta\tb\n", 1, "expected 2 columns ('label', 'text') with a tab between two, found 3 ('1', 'a', 'b')")]
    [InlineData("1\ta\n\n1\tb\n", 2, "found an empty line")]
    public void ALineWithOtherColumnsIsNamed(string text, int line, string expected) =>
        Refusal.Assert(file.Write(text), line, expected, () => TsvRecords.Read(file.Path, "label", "text").Count());

    [Theory]
    [InlineData("", 0, "is empty: expected a first line that names 'label', 'text'")]
    [InlineData("id\tlabel\n", 1, "has no column 'text': its columns are 'id', 'label'")]
    [InlineData("label\ttext\tid\n1\ta\n", 2, "expected 3 columns ('label', 'text', 'id')")]
    public void AHeadingThatDoesNotFitIsNamed(string text, int line, string expected) =>
        Refusal.Assert(
            file.Write(text),
            line,
            expected,
            () => TsvRecords.ReadWithHeading(file.Path, "label", "text").Count()
        );

    [Fact]
    public void TheRecordsBeforeABadLineAreGiven()
    {
        file.Write("1\ta\n2\tb\n3\n");
        Assert.Equal(["a", "b"], TsvRecords.Read(file.Path, "n", "text").Take(2).Select(record => record["text"]));
    }

    [Fact]
    public void ColumnsMustBeNamedEachOnce()
    {
        file.Write("");
        Assert.Throws<ArgumentException>(() => TsvRecords.Read(file.Path));
        Assert.Throws<ArgumentException>(() => TsvRecords.ReadWithHeading(file.Path, "a", "a"));
        Assert.Throws<FileNotFoundException>(() => TsvRecords.Read(file.Path + "x", "a"));
    }
}
