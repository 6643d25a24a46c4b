using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>C10: what an editor shows of the library, generated members included, shows no tag as text.</summary>
public sealed class XmlDocTests
{
    private static readonly XDocument Docs = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "RnnDsl.xml"));

    [Fact]
    public void No_tag_of_a_comment_is_text()
    {
        var texts = Docs.DescendantNodes()
            .OfType<XText>()
            .Where(text => text.Parent!.Name.LocalName is not ("c" or "code"));

        Assert.All(
            texts,
            text =>
                Assert.DoesNotMatch(
                    new Regex(@"</?(paramref|typeparamref|see|seealso|c|para|code|list|item)\b"),
                    text.Value
                )
        );
    }

    [Fact]
    public void The_scan_of_a_cell_refers_to_its_argument()
    {
        var scan = Docs.Descendants("member")
            .Single(member =>
                member.Attribute("name")!.Value.StartsWith("M:RnnDsl.Cells.Lstm`2.Scan(", StringComparison.Ordinal)
                && member.Attribute("name")!.Value.Contains("State", StringComparison.Ordinal)
            );

        Assert.Equal("from", scan.Element("summary")!.Element("paramref")!.Attribute("name")!.Value);
    }
}
