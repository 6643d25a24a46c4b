using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>The samples on text as a person runs them: on data that they make, and on files that are wrong.</summary>
public sealed class TextSampleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rnndsl-sample-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task MadeReviews_NeedTheOrderOfTheirWords()
    {
        var result = await Sample.Run("Sentiment", "--epochs", "3", "--seed", "1");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Matches(@"^test accuracy \d\.\d{4} at best dev epoch \d+, \d+\.\d s an epoch$", Sample.LastLine(result));
        Assert.InRange(Number(Sample.LastLine(result), "test accuracy"), 0.97, 1);
        Assert.InRange(Number(result.Output, "a bag of the same words: test accuracy"), 0.4, 0.6);
        Sample.AssertPlain(result, "What a word adds to the log-odds of praise, by leaving it out:");
        // Words alone, and weights of which the first counts: those of probabilities near 0 or 1 are all next to nothing.
        var weights = Regex.Matches(result.Output, @"^    (?:\S+ [+-]\d+\.\d\d(?:, )?)+$", RegexOptions.Multiline);
        Assert.Equal(4, weights.Count);
        Assert.All(weights, line => Assert.Matches(@"^    [a-z]+ [+-](?!0\.[0-4])", line.Value));
    }

    [Fact]
    public async Task MadeNames_AreToldApart()
    {
        var result = await Sample.Run("Names", "--epochs", "4", "--seed", "1");

        Assert.True(result.ExitCode == 0, result.ToString());
        var match = Regex.Match(
            Sample.LastLine(result),
            @"^test accuracy (\d\.\d{3}) \(rnn\), (\d\.\d{3}) \(lstm\), majority (\d\.\d{3})$"
        );
        Assert.True(match.Success, result.ToString());
        var (rnn, lstm, majority) = (Group(match, 1), Group(match, 2), Group(match, 3));
        Assert.True(rnn > majority + 0.1 && lstm > majority + 0.1, Sample.LastLine(result));
        Sample.AssertPlain(
            result,
            "What the lstm says after the first letters of a name, wherever it changes its mind:"
        );
        Assert.Matches(
            new Regex(@"^    \w+, which is \w+: (?:\w+- \w+(?:, )?)+$", RegexOptions.Multiline),
            result.Output
        );
    }

    [Fact]
    public async Task AMadeText_IsLearned()
    {
        var result = await Sample.Run("CharText", "--epochs", "3", "--seed", "1");

        Assert.True(result.ExitCode == 0, result.ToString());
        // Of 40 characters that were equally probable each would cost 3.7 nats.
        Assert.InRange(Number(Sample.LastLine(result), ""), 0, 1.5);
        Sample.AssertPlain(result);
    }

    [Theory]
    [InlineData("Names", "no such folder")]
    [InlineData("Sentiment", "no such folder")]
    [InlineData("CharText", "no such file")]
    public async Task WhatIsNotThere_IsNamed(string sample, string path) =>
        Sample.AssertRefused(await Sample.Run(sample, "--data", Path.Combine(folder, path)), path);

    [Fact]
    public async Task ALabelThatIsNotInTheSet_IsNamedWithItsLine()
    {
        foreach (var name in new[] { "train", "dev", "test" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".tsv"), "1\ta good film\n2\ta bad film\n");
        }

        Sample.AssertRefused(await Sample.Run("Sentiment", "--data", folder), "train.tsv", "line 2", "'2'");
    }

    [Fact]
    public async Task ATextThatIsTooShort_SaysHowLongItMustBe()
    {
        var path = Path.Combine(folder, "short.txt");
        await File.WriteAllTextAsync(path, "To be");

        Sample.AssertRefused(await Sample.Run("CharText", "--data", path), "5 characters", "1600");
    }

    [Theory]
    [InlineData("--epochs", "0")]
    [InlineData("--temperature", "-1")]
    public async Task ANumberThatMakesNoSense_IsRefused(string option, string value) =>
        Sample.AssertRefused(await Sample.Run("CharText", option, value), option);

    private static double Number(string text, string before) =>
        double.Parse(
            Regex.Match(text, Regex.Escape(before) + @" ?(\d+\.\d+)").Groups[1].Value,
            CultureInfo.InvariantCulture
        );

    private static double Group(Match match, int group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
