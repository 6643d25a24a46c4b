using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Names;

/// <summary>C25: the types that generated code names without saying whose they are can be written whole where a user's name hides them.</summary>
public sealed class KnownNamesTests
{
    [Fact]
    public void Each_type_that_is_named_by_its_short_name_is_known()
    {
        var names = GeneratedIdentifiers.Files.SelectMany(ShortNames).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("ReadOnlySpan", names);
        Assert.Contains("Simd", names);
        Assert.Contains("torch", names);
        Assert.Contains("ObjectDisposedException", names);
        Assert.Subset(KnownNames.All.Keys.ToHashSet(StringComparer.Ordinal), names);
    }

    private static IEnumerable<string> ShortNames(SyntaxNode file)
    {
        var meaning = GeneratedIdentifiers.Meaning(file);
        return file.DescendantNodes(node => node is not UsingDirectiveSyntax, descendIntoTrivia: true)
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not (UsingDirectiveSyntax or NameColonSyntax or NameEqualsSyntax))
            .Where(name => !IsBehindADot(name) && (IsForeign(meaning, name) || meaning.GetAliasInfo(name) is not null))
            .Select(name => name.Identifier.Text)
            .Where(name => name is not ("global" or "var"));
    }

    // A constructor's attribute is its type.
    private static bool IsForeign(SemanticModel meaning, SimpleNameSyntax name)
    {
        var symbol = meaning.GetSymbolInfo(name).Symbol;
        var type =
            symbol as INamedTypeSymbol
            ?? (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : null);
        return type is { ContainingType: null, SpecialType: SpecialType.None }
            && type.DeclaringSyntaxReferences.Length == 0;
    }

    private static bool IsBehindADot(SimpleNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Name == name,
            QualifiedNameSyntax qualified => qualified.Right == name,
            AliasQualifiedNameSyntax alias => alias.Name == name,
            QualifiedCrefSyntax => false,
            NameMemberCrefSyntax { Parent: QualifiedCrefSyntax } => true,
            _ => false,
        };
}
