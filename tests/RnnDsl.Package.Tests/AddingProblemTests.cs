using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>The sample with sequences so short that it ends in seconds.</summary>
public sealed class AddingProblemTests : IDisposable
{
    private const int Length = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("rnndsl-sample-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task TheLstmLearnsToAdd_AndItsGradientsAreDrawn()
    {
        var svg = Path.Combine(folder, "adding.svg");
        var result = await Sample.Run(
            "AddingProblem",
            "--length",
            $"{Length}",
            "--steps",
            "600",
            "--seed",
            "1",
            "--svg",
            svg
        );

        Assert.True(result.ExitCode == 0, result.ToString());
        var match = Regex.Match(
            Sample.LastLine(result),
            @"^adding problem, T = 20: lstm (\d\.\d{3}) within 0\.04, rnn (\d\.\d{3}); baseline (\d\.\d{3})$"
        );
        Assert.True(match.Success, result.ToString());
        // How long it takes, before it has taken long.
        Sample.AssertPlain(result, "lstm: 600 steps take about", "--length and --steps make fewer of them", "s left");
        Sample.AssertLabelled(
            svg,
            "How far back a gradient reaches",
            "steps from an input to the end of the sequence",
            "norm of the loss's gradient by the input"
        );
        Assert.InRange(Number(match, 1), 0.7, 1);
        Assert.InRange(Number(match, 2), 0, 0.3);
        // The sum of two uniform numbers is within 0.04 of 1 with probability 1 - 0.96 * 0.96 = 0.0784: five deviations each way.
        Assert.InRange(Number(match, 3), 0.052, 0.105);
        var lines = XDocument.Load(svg).Descendants().Where(element => element.Name.LocalName == "polyline").ToArray();
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Equal(Length, line.Attribute("points")!.Value.Split(' ').Length));
    }

    [Theory]
    [InlineData("--length", "1")]
    [InlineData("--steps", "0")]
    [InlineData("--seed", "-1")]
    public async Task ANumberThatMakesNoSense_IsRefused(string option, string value) =>
        Sample.AssertRefused(await Sample.Run("AddingProblem", option, value), option);

    [Fact]
    public async Task APictureThatCannotBeWritten_IsRefused() =>
        Sample.AssertRefused(await Sample.Run("AddingProblem", "--svg", folder + "/no/such.svg"), "such.svg");

    private static double Number(Match match, int group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
