using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Tests.Compiling;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>C11: files that the formatter leaves alone are indented as the others are.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string> Files =>
        [
            .. RepositoryFiles
                .Read(".csharpierignore")
                .Split('\n')
                .Where(line => line.EndsWith('/'))
                .SelectMany(folder => Directory.GetFiles(Path.Combine(RepositoryFiles.Folder, folder), "*.cs"))
                .Select(file => Path.GetRelativePath(RepositoryFiles.Folder, file)),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_member_and_statement_begins_where_its_braces_say(string file)
    {
        var tree = Compilations.Parse(RepositoryFiles.Read(file), file);
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        var nodes = root.DescendantNodes()
            .Where(node => node is MemberDeclarationSyntax or StatementSyntax and not BlockSyntax)
            .Where(node => IsFirst(node));

        Assert.All(
            nodes,
            node =>
            {
                var at = node.GetLocation().GetLineSpan().StartLinePosition;
                var depth = node.Ancestors().Count(a => a is TypeDeclarationSyntax or BlockSyntax);
                Assert.True(
                    at.Character == 4 * depth,
                    $"{file}({at.Line + 1}): column {at.Character}, not {4 * depth}"
                );
            }
        );
    }

    [Fact]
    public void There_are_such_files() => Assert.True(Files.Count >= 8);

    // Two on one line begin where the first does.
    private static bool IsFirst(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText(TestContext.Current.CancellationToken);
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        return text.ToString(new(line.Start, node.SpanStart - line.Start)).Trim().Length == 0;
    }
}
