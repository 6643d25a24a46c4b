using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Targets.Files;

/// <summary>
/// Writes out the names of a file that the user's names hide: <c>global::RnnDsl.Inference.Prediction</c> for <c>Prediction</c>, in a
/// project that has a Prediction too. The user's own have an @ before them and are left alone.
/// </summary>
internal static class WholeNames
{
    /// <param name="text">A file, without its usings.</param>
    /// <param name="hidden">Of <see cref="KnownNames"/>, those that mean something else in the class.</param>
    public static string Write(string text, ICollection<string> hidden)
    {
        if (hidden.Count == 0)
        {
            return text;
        }

        var changes = CSharpSyntaxTree
            .ParseText(text)
            .GetRoot()
            .DescendantNodes(descendIntoTrivia: true)
            .OfType<SimpleNameSyntax>()
            .Where(name => IsAlone(name) && hidden.Contains(name.Identifier.Text))
            .Select(name => new TextChange(SpanOf(name), Whole(name)))
            .ToList();
        return SourceText.From(text).WithChanges(changes).ToString();
    }

    // An alias goes with its colons: Simd::Rows is global::RnnDsl.Simd.Rows.
    private static TextSpan SpanOf(SimpleNameSyntax name) =>
        name.Parent is AliasQualifiedNameSyntax qualified
            ? TextSpan.FromBounds(name.SpanStart, qualified.ColonColonToken.Span.End)
            : name.Identifier.Span;

    private static string Whole(SimpleNameSyntax name) =>
        KnownNames.All[name.Identifier.Text] + (name.Parent is AliasQualifiedNameSyntax ? "." : "");

    /// <summary>Whether a name is looked up where it is, and not in what is before its dot.</summary>
    private static bool IsAlone(SimpleNameSyntax name) =>
        name.Parent switch
        {
            AliasQualifiedNameSyntax alias => alias.Alias == name,
            QualifiedNameSyntax qualified => qualified.Left == name,
            MemberAccessExpressionSyntax access => access.Expression == name,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
            QualifiedCrefSyntax cref => cref.Container == name,
            _ => true,
        };
}
