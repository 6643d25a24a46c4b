using System.Text.RegularExpressions;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>C6: the C# of the README compiles: by itself, or as a part of the file that it is from.</summary>
public sealed class ReadmeBlockTests
{
    private static readonly string[] Projects = ["src/", "samples/", "tests/"];

    private static readonly (string File, string Code)[] Blocks =
    [
        .. Regex
            .Matches(
                RepositoryFiles.Read("README.md"),
                @"(?:<!-- from (?<file>\S+) -->\n)?```csharp\n(?<code>.*?)```",
                RegexOptions.Singleline
            )
            .Select(block => (block.Groups["file"].Value, block.Groups["code"].Value)),
    ];

    [Fact]
    public void The_first_block_compiles_in_an_empty_console_project()
    {
        var build = Build.Of(Blocks[0].Code, "public static class Program { public static void Main() { } }");

        Assert.Empty(build.AssertSound().Said);
        Assert.True(build.Lives("SineForecaster") && build.Lives("SineTraining"), string.Join(' ', build.Files));
    }

    // With what the first block declares, and the dims that its text names.
    [Theory]
    [InlineData("MinimalGatedUnit", "MinimalGatedUnit-2")]
    [InlineData("Reader", "Reader")]
    public void A_block_that_is_a_declaration_compiles(string name, string id)
    {
        var block = Assert.Single(Blocks, b => b.Code.Contains($"class {name}", StringComparison.Ordinal));
        Assert.DoesNotContain("...", block.Code, StringComparison.Ordinal);
        string[] dims = ["Word", "Input", "Hidden", "Label"];
        var build = Build.Of(block.Code, string.Concat(dims.Select(dim => $"public readonly struct {dim} : IDim;")));

        Assert.Empty(build.AssertSound().Said);
        Assert.True(build.Lives(id), string.Join(' ', build.Files));
    }

    [Fact]
    public void Every_other_block_is_from_a_file_that_is_compiled() =>
        Assert.All(
            Blocks,
            block =>
            {
                Assert.True(
                    Projects.Any(folder => block.File.StartsWith(folder, StringComparison.Ordinal)),
                    block.Code
                );
                Assert.EndsWith(".cs", block.File, StringComparison.Ordinal);
            }
        );
}
