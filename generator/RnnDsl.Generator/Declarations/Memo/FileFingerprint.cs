using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnDsl.Generator.Declarations;

/// <summary>
/// Hashes of a file: one for the classes in it, and one for those in other files. Others depend only on its declarations: no body of
/// a method changes what a name, a type or a constant of another file means.
/// </summary>
public sealed class FileFingerprint
{
    // A tree is immutable, and shared by all compilations that did not edit it.
    private static readonly ConditionalWeakTable<SyntaxTree, FileFingerprint> known = new();

    private readonly SyntaxTree tree;
    private string? whole;
    private string? declarations;

    private FileFingerprint(SyntaxTree tree) => this.tree = tree;

    /// <summary>The hash of the whole text, with its path: a file-local class is named after the path.</summary>
    public string Whole => whole ??= tree.FilePath + ":" + Base64(tree.GetText().GetChecksum());

    /// <summary>The hash of the declarations: all tokens outside of bodies.</summary>
    public string Declarations => declarations ??= Hash(tree);

    public static FileFingerprint Of(SyntaxTree tree) => known.GetValue(tree, static tree => new(tree));

    private static string Hash(SyntaxTree tree)
    {
        var text = new StringBuilder(tree.FilePath).Append('\n');
        foreach (var token in tree.GetRoot().DescendantTokens(static node => !IsBody(node)))
        {
            text.Append(token.Text).Append('\n');
        }

        return HashOf(text.ToString());
    }

    /// <summary>The hash of a text.</summary>
    public static string HashOf(string text)
    {
        using var hash = SHA256.Create();
        return Base64(hash.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    private static bool IsBody(SyntaxNode node) =>
        node is BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax;

    private static string Base64(IEnumerable<byte> bytes) => Convert.ToBase64String(bytes.ToArray());
}
