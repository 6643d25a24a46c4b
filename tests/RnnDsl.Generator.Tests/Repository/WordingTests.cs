using RnnDsl.Architecture;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>Comments and documentation are direct sentences in the words of the field.</summary>
public sealed class WordingTests
{
    private static readonly string[] folders = ["generator", "samples", "src", "tests"];

    [Fact]
    public void No_comment_has_a_banned_phrase() => Assert.Empty(Findings());

    [Theory]
    [InlineData("// A token stands in a buffer.", "A.cs:1 stands")]
    [InlineData("class C { } // Nobody reads it.", "A.cs:1 Nobody")]
    [InlineData("/// <summary>What is\n/// had of it.</summary>\nclass C;", "A.cs:1 is had")]
    [InlineData("class C;\n/* Each has a name\n * of its own. */", "A.cs:3 of its own")]
    [InlineData("// One\n// and two, in\n// turn: who waits?", "A.cs:2 in turn,A.cs:3 who")]
    [InlineData("/// <param name=\"who\">A name.</param>\nclass C;", "")]
    [InlineData("// Elman, \"Who stands beside?\", whose <c>stand</c> `stood`: standard.", "")]
    [InlineData("class C { string stands = \"of its own\"; }", "")]
    public void A_phrase_is_found_in_comments_alone(string source, string found) =>
        Assert.Equal(found, string.Join(',', Wording.Find("A.cs", source)));

    [Theory]
    [InlineData("# A title\n\nIt stands\nbeside.\n", "A.md:3 stands,A.md:4 beside")]
    [InlineData("```csharp\n// It stands.\n```\n`stands`\n", "")]
    public void A_phrase_is_found_in_paragraphs(string text, string found) =>
        Assert.Equal(found, string.Join(',', Wording.Find("A.md", text)));

    private static IEnumerable<string> Findings() =>
        folders
            .SelectMany(RepositoryFiles.Below)
            .Append("README.md")
            // The generator prints snapshots.
            .Where(file => Path.GetExtension(file) is ".cs" or ".md" && !file.Contains(".verified."))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Wording.Find(file, RepositoryFiles.Read(file)));
}
