using System.Text.RegularExpressions;
using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>The sample as a person runs it: a process, its last line, its exit code.</summary>
public sealed class SineForecastTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rnndsl-sample-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ASeriesFromAFile_IsLearned_AndDrawn()
    {
        var svg = Path.Combine(folder, "forecast.svg");
        var data = Write("time,price\n", Enumerable.Range(0, 200).Select(i => $"{i},{Math.Sin(0.3 * i):0.000000}\n"));

        string[] options = ["--data", data, "--column", "price", "--seed", "3", "--svg", svg];
        var first = await Sample.Run("SineForecast", options);
        var second = await Sample.Run("SineForecast", options);

        Assert.True(first.ExitCode == 0, first.ToString());
        var last = Sample.LastLine(first);
        Assert.Matches(
            @"^test mse \d+\.\d{5}, last value \d+\.\d{5}, linear \d+\.\d{5}, trained in \d+\.\d{2} s$",
            last
        );
        // A sine is a linear function of its two last values, so the linear model has no error at all.
        Assert.Contains("linear 0.00000", last, StringComparison.Ordinal);
        Assert.Equal(WithoutTime(last), WithoutTime(Sample.LastLine(second)));
        Sample.AssertPlain(first, "the test series, forecast one step ahead");
        Sample.AssertLabelled(svg, "Forecast of each next value of the test part", "step of the test part", "value");
    }

    [Fact]
    public async Task AMissingFile_IsNamed() => await Refuses(Path.Combine(folder, "none.csv"), "none.csv");

    [Fact]
    public async Task AFolder_IsNoFile() => await Refuses(folder, "folder");

    [Fact]
    public async Task AnEmptyFile_IsRefused() => await Refuses(Write(""), "empty");

    [Fact]
    public async Task AFileWithoutTheColumn_SaysWhichItHas() =>
        await Refuses(Write("time,price\n1,2\n"), "'value'", "'time'", "'price'");

    [Fact]
    public async Task AFileThatIsNoTable_IsRefused() => await Refuses(Write("\0\u0001\u0002garbage"), "series.csv");

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e99")]
    [InlineData("-Infinity")]
    [InlineData("three")]
    [InlineData("")]
    public async Task AValueThatIsNoNumber_IsNamedWithItsLine(string value) =>
        await Refuses(Write("time,value\n", ["0,0.5\n", $"1,{value}\n", "2,0.25\n"]), "line 3", $"'{value}'");

    [Fact]
    public async Task ARowThatIsTooShort_IsNamedWithItsLine() =>
        await Refuses(Write("time,value\n", ["0,0.5\n", "1\n"]), "line 3");

    [Fact]
    public async Task ASeriesThatIsTooShort_SaysHowLongItMustBe() =>
        await Refuses(Write("value\n", Enumerable.Repeat("1\n", 33)), "33", "34");

    [Theory]
    [InlineData("--seed", "many")]
    [InlineData("--sead", "1")]
    public async Task AnOptionThatDoesNotExistOrFit_IsRefused(string option, string value) =>
        Sample.AssertRefused(await Sample.Run("SineForecast", option, value), value == "many" ? "many" : option);

    [Fact]
    public async Task APictureThatCannotBeWritten_IsRefused() =>
        Sample.AssertRefused(
            await Sample.Run(
                "SineForecast",
                "--data",
                Write("value\n", Enumerable.Repeat("1\n", 34)),
                "--svg",
                folder + "/no/such.svg"
            ),
            "such.svg"
        );

    [Fact]
    public async Task NumbersTooLargeToSquare_EndTrainingWithTheirReason()
    {
        var result = await Sample.Run("SineForecast", "--data", Write("value\n", Enumerable.Repeat("1e30\n", 100)));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("finite", result.Error.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
    }

    private async Task Refuses(string data, params string[] names) =>
        Sample.AssertRefused(await Sample.Run("SineForecast", "--data", data), names);

    private string Write(string heading, IEnumerable<string>? lines = null)
    {
        var path = Path.Combine(folder, "series.csv");
        File.WriteAllText(path, heading + string.Concat(lines ?? []));
        return path;
    }

    private static string WithoutTime(string line) => Regex.Replace(line, ", trained in .*", "");
}
