using System.Text.RegularExpressions;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>The guided tours of CONTRIBUTING name files that there are, and no more than two thirds of what it once took (34 and 35).</summary>
public sealed class TourTests
{
    [Theory]
    [InlineData("an op, from C# to text", 22)]
    [InlineData("a parameter, from field to file", 23)]
    public void A_tour_visits_few_files_that_there_are(string title, int most)
    {
        var text = RepositoryFiles.Read(".github/CONTRIBUTING.md");
        var tour = text.Split("\n## ")
            .Single(section => section.StartsWith($"Tour: {title}\n", StringComparison.Ordinal));
        var files = Regex
            .Matches(tour, @"^\d+\. `(?<file>[^`]+)`: ", RegexOptions.Multiline)
            .Select(m => m.Groups["file"].Value)
            .ToList();

        Assert.InRange(files.Count, 10, most);
        Assert.Equal(files.Count, files.Distinct().Count());
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(RepositoryFiles.Folder, file)), file));
    }
}
