using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>C15: what is said of a program on the command line does not reach the generator, which is for the compiler.</summary>
public sealed class PublishTests
{
    private const string Generator = "generator/RnnDsl.Generator";

    [Theory]
    [InlineData("PublishAot", "true")]
    [InlineData("PublishTrimmed", "true")]
    [InlineData("PublishSingleFile", "true")]
    [InlineData("PublishReadyToRun", "true")]
    [InlineData("SelfContained", "true")]
    [InlineData("RuntimeIdentifier", "linux-x64")]
    public async Task AProperty_OfAProgram_IsNotTheGenerators(string property, string value)
    {
        var result = await Dotnet.Run(
            Repository.Folder,
            ["msbuild", Generator, "-getProperty:" + property, $"-p:{property}={value}"]
        );

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.NotEqual(value, result.Output.Trim());
    }
}
