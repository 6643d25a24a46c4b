using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnDsl.Generator.Tests.Repository;

/// <summary>Reads the prose of a file: the comments of C#, XML documentation included, and the paragraphs of Markdown.</summary>
internal static class Comments
{
    public static IReadOnlyList<Comment> Of(string path, string text) =>
        Join(path.EndsWith(".md", StringComparison.Ordinal) ? OfMarkdown(text) : OfCode(text));

    private static IEnumerable<(int Line, string Text)> OfCode(string text) =>
        from trivia in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTrivia()
        where
            trivia.Kind()
                is SyntaxKind.SingleLineCommentTrivia
                    or SyntaxKind.MultiLineCommentTrivia
                    or SyntaxKind.SingleLineDocumentationCommentTrivia
                    or SyntaxKind.MultiLineDocumentationCommentTrivia
        let first = trivia.SyntaxTree!.GetLineSpan(trivia.FullSpan).StartLinePosition.Line + 1
        from line in trivia.ToFullString().TrimEnd().Split('\n').Select((line, i) => (first + i, Prose(line)))
        select line;

    private static string Prose(string line) => Regex.Replace(line.Trim(), @"^(///?|/\*+|\*)\s?|\*/$", "");

    // Code between fences is no prose; an empty line, like a fence, ends a paragraph.
    private static IEnumerable<(int Line, string Text)> OfMarkdown(string text)
    {
        var isCode = false;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode && !string.IsNullOrWhiteSpace(line))
            {
                yield return (index + 1, line.Trim());
            }
        }
    }

    private static List<Comment> Join(IEnumerable<(int Line, string Text)> lines)
    {
        var comments = new List<Comment>();
        foreach (var (line, text) in lines)
        {
            if (comments.Count > 0 && comments[^1] is var last && last.Line + last.Lines.Count == line)
            {
                comments[^1] = last with { Lines = [.. last.Lines, text] };
            }
            else
            {
                comments.Add(new Comment(line, [text]));
            }
        }

        return comments;
    }
}
