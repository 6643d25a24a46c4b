using System.Text.RegularExpressions;
using Xunit;

namespace RnnDsl.Package.Tests;

/// <summary>The excerpts of the README match the files.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Folder, "README.md"));

    /// <summary>The first thing that the README shows.</summary>
    public static string FirstBlock =>
        Regex.Match(Readme, "```csharp\n(?<code>.*?)```", RegexOptions.Singleline).Groups["code"].Value;

    public static TheoryData<string, string> Excerpts =>
        [
            .. Regex
                .Matches(Readme, @"<!-- from (?<file>\S+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)
                .Select(x => (x.Groups["file"].Value, x.Groups["code"].Value)),
        ];

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void AnExcerpt_IsWhatTheFileHolds(string file, string code)
    {
        var path = Path.Combine(
            Repository.Folder,
            file.Replace("Release", Repository.Configuration, StringComparison.Ordinal)
        );
        var lines = File.ReadAllLines(path).Select(x => x.Trim()).ToList();

        // An excerpt may leave lines out, with "..." in their place; the rest is in the file, in this order.
        var at = 0;
        foreach (var line in code.Split('\n').Select(x => x.Trim()).Where(x => x.Length > 0 && x != "..."))
        {
            at = lines.IndexOf(line, at) + 1;
            Assert.True(at > 0, $"{file} does not hold, or not in this order: {line}");
        }
    }

    [Fact]
    public void ThereAreExcerpts() => Assert.True(Excerpts.Count >= 3);

    [Fact]
    public void EveryFileThatTheReadmeNames_Exists()
    {
        foreach (Match link in Regex.Matches(Readme, @"\]\((?<file>[^)#:]+)\)"))
        {
            var file = Path.Combine(Repository.Folder, link.Groups["file"].Value);
            Assert.True(Path.Exists(file), $"README.md links to {link.Groups["file"].Value}");
        }
    }
}
