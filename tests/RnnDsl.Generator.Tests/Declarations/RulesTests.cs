using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Tests.Declarations;

public sealed class RulesTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(r => r.Id)];

    [Fact]
    public void Rules_stand_in_the_order_of_their_numbers() =>
        Assert.Equal(Rules.All.Select(r => r.Id).Order(StringComparer.Ordinal).Distinct(), Rules.All.Select(r => r.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_has_a_page_that_its_link_leads_to(string id)
    {
        var rule = Rules.All.Single(r => r.Id == id);
        var page = File.ReadAllText(Path.Combine(Root(), "generator", "docs", id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains(
            rule.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture),
            page,
            StringComparison.Ordinal
        );
        Assert.EndsWith($"/generator/docs/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    private static string Root([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
