using RnnDsl.Data;

namespace RnnDsl.Tests.Data;

public sealed class SktimeReaderTests : IDisposable
{
    private readonly TemporaryFile file = new("series.ts");

    public void Dispose() => file.Dispose();

    [Fact]
    public void ReadsSeriesOfSeveralLengthsWithTheirClasses()
    {
        file.Write(
            """
            # Two channels.
            @problemName Two Channels
            @timestamps FALSE
            @univariate false
            @dimensions 2
            @equalLength false

            @classLabel true one two
            @DATA
            1,2,3:-1,-2,-3e0:two
            # a comment
             4 : .5 : one 
            """
        );
        var reader = new SktimeReader(file.Path);
        Assert.Equal(("Two Channels", 2), (reader.Header.ProblemName, reader.Header.Dimensions));
        Assert.Equal(["one", "two"], reader.Header.Classes!.Symbols);
        var samples = reader.ToArray();
        Assert.Equal([1, -1, 2, -2, 3, -3], samples[0].Values);
        Assert.Equal((3, "two", 1, 10), (samples[0].Steps, samples[0].Label, samples[0].Class, samples[0].Line));
        Assert.Equal([4, 0.5f], samples[1].Values);
        Assert.Equal((1, "one", 0, 12), (samples[1].Steps, samples[1].Label, samples[1].Class, samples[1].Line));
        Assert.Equal(2, reader.Count());
    }

    [Fact]
    public void ReadsSeriesWithoutClassesOrWithATarget()
    {
        file.Write("@univariate true\n@data\n1,2\n3\n");
        var plain = new SktimeReader(file.Path).ToArray();
        Assert.Equal((2, null, -1), (plain[0].Steps, plain[0].Label, plain[0].Class));
        Assert.Equal([3f], plain[1].Values);

        file.Write("@targetLabel true\n@data\n1,2:3,4:0.75\n");
        var target = Assert.Single(new SktimeReader(file.Path));
        Assert.Equal([1, 3, 2, 4], target.Values);
        Assert.Equal(("0.75", -1), (target.Label, target.Class));
    }

    [Fact]
    public void AValueThatIsMissingIsWhatTheCallerSays()
    {
        file.Write("@missing true\n@dimensions 1\n@data\n1,?,3\n");
        Assert.Equal([1f, 0f, 3f], Assert.Single(new SktimeReader(file.Path, missing: 0)).Values);
        Refusal.Assert(
            file.Path,
            4,
            "channel 1, value 2: expected a finite number, found '?' (say what",
            () => new SktimeReader(file.Path).Count()
        );
        Assert.Throws<ArgumentException>(() => new SktimeReader(file.Path, float.NaN));
    }

    [Theory]
    [InlineData("", 0, "ends without @data")]
    [InlineData("@dimensions 2\n", 0, "ends without @data")]
    [InlineData("1,2:3,4:one\n", 1, "expected a directive such as @dimensions, or @data, found '1,2:3,4:one'")]
    [InlineData("@dimensions two\n", 1, "expected a number of at least 1 after @dimensions, found 'two'")]
    [InlineData("@dimensions 0\n", 1, "found '0'")]
    [InlineData("#\n@seriesLength\n", 2, "expected a number of at least 1 after @seriesLength, found ''")]
    [InlineData("@equalLength maybe\n", 1, "expected true or false after @equalLength, found 'maybe'")]
    [InlineData("@timeStamps true\n", 1, "time stamps are not supported")]
    [InlineData("@classLabel true\n", 1, "expected the names of the classes, each once, found ''")]
    [InlineData("@classLabel true a b a\n", 1, "found 'a b a'")]
    [InlineData("@colour red\n", 1, "there is no directive '@colour'")]
    public void SaysWhereTheHeaderIsWrong(string text, int line, string expected) =>
        Refusal.Assert(file.Write(text), line, expected, () => new SktimeReader(file.Path));

    [Theory]
    [InlineData("1:2:a\n1:a\n", 2, "expected 2 channels and a label with a ':' between two, found 2 parts")]
    [InlineData("1:2:3:a\n", 1, "found 4 parts")]
    [InlineData("1,2:3:a\n", 1, "channel 2 has 1 values, channel 1 has 2")]
    [InlineData("1,2:3,x:a\n", 1, "channel 2, value 2: expected a finite number, found 'x'")]
    [InlineData("1,:3,4:a\n", 1, "channel 1, value 2: expected a finite number, found ''")]
    [InlineData("1,NaN:3,4:a\n", 1, "found 'NaN'")]
    [InlineData("1,1e99:3,4:a\n", 1, "found '1e99'")]
    [InlineData("1:2:a\n1:2:c\n", 2, "expected a class of 'a', 'b', found 'c'")]
    [InlineData("1:2:a\n\n1:2:a\n", 2, "found an empty line")]
    public void SaysWhereASeriesIsWrong(string text, int line, string expected)
    {
        file.Write("@dimensions 2\n@equalLength false\n@classLabel true a b\n@data\n" + text);
        Refusal.Assert(file.Path, line + 4, expected, () => new SktimeReader(file.Path).Count());
    }

    [Theory]
    [InlineData("@equalLength true\n", "1,2\n3,4\n5\n", 5)]
    [InlineData("@seriesLength 2\n", "1,2,3\n", 3)]
    public void ALengthThatIsPromisedIsHeldTo(string header, string series, int line)
    {
        file.Write(header + "@data\n" + series);
        Refusal.Assert(
            file.Path,
            line,
            "expected 2 steps, as all series have",
            () => new SktimeReader(file.Path).Count()
        );
    }
}
