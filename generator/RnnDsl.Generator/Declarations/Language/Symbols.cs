using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Queries on symbols for the lowering.</summary>
public static class Symbols
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    private static readonly (string Name, DeclarationKind Kind)[] Kinds =
    [
        (DslNames.Cell, DeclarationKind.Cell),
        (DslNames.Layer, DeclarationKind.Layer),
        (DslNames.Training, DeclarationKind.Training),
        (DslNames.Functions, DeclarationKind.Functions),
    ];

    /// <summary><c>global::RnnDsl.Cells.Lstm&lt;X, H&gt;</c>.</summary>
    public static string CSharp(this ITypeSymbol type) =>
        string.Concat(
            type.ToDisplayParts(Qualified)
                .Select(part =>
                    part.Symbol is ITypeParameterSymbol own ? CSharpText.EscapeType(own.Name) : part.ToString()
                )
        );

    /// <summary><c>RnnDsl.Cells.Lstm`2</c>; a nested type follows a plus sign.</summary>
    public static string MetadataId(this INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        return type.ContainingType is { } outer ? outer.MetadataId() + "+" + type.MetadataName
            : type.ContainingNamespace is { IsGlobalNamespace: false } space
                ? space.MetadataId() + "." + type.MetadataName
            : type.MetadataName;
    }

    // Display strings escape keywords; metadata knows no @.
    private static string MetadataId(this INamespaceSymbol space) =>
        space.ContainingNamespace is { IsGlobalNamespace: false } outer
            ? outer.MetadataId() + "." + space.MetadataName
            : space.MetadataName;

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.MetadataId() == metadataName);

    /// <summary>The first argument of an attribute's constructor, or null.</summary>
    public static object? Argument(this ISymbol symbol, string metadataName) =>
        symbol.Attribute(metadataName)?.ConstructorArguments.FirstOrDefault().Value;

    /// <summary>All kinds that the class is declared as.</summary>
    public static IReadOnlyList<DeclarationKind> DeclaredKinds(this INamedTypeSymbol type) =>
        [.. Kinds.Where(pair => type.Attribute(pair.Name) != null).Select(pair => pair.Kind)];

    /// <summary>The kind that the class is declared as, or null; the first if there are several.</summary>
    public static DeclarationKind? DeclaredKind(this INamedTypeSymbol type)
    {
        foreach (var (name, kind) in Kinds)
        {
            if (type.OriginalDefinition.Attribute(name) != null)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Whether the user wrote it: the analyzer also sees the generated part of the class.</summary>
    public static bool IsWrittenByUser(this ISymbol symbol) =>
        !symbol.IsImplicitlyDeclared && symbol.DeclaringSyntaxReferences.Any(r => !IsGenerated(r.SyntaxTree));

    /// <summary>The members that the user wrote, in source order.</summary>
    public static IEnumerable<ISymbol> WrittenMembers(this INamedTypeSymbol type) =>
        type.GetMembers().Where(IsWrittenByUser);

    /// <summary>The methods (not constructors, operators or accessors) that the user wrote, in source order.</summary>
    public static IEnumerable<IMethodSymbol> WrittenMethods(this INamedTypeSymbol type) =>
        type.WrittenMembers().OfType<IMethodSymbol>().Where(m => m.MethodKind == MethodKind.Ordinary);

    /// <summary>
    /// Whether a type, or a type argument in it, is one that the compiler rejects and reports: an unknown type, a pointer, or
    /// a type that is no dim where a dim is required.
    /// </summary>
    public static bool HasError(this ITypeSymbol type) =>
        type switch
        {
            IErrorTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol => true,
            IArrayTypeSymbol array => array.ElementType.HasError(),
            INamedTypeSymbol named => named.TypeArguments.Any(HasError)
                || (TakesDims(named) && !named.TypeParameters.All(parameter => Fits(parameter, named))),
            _ => false,
        };

    private static bool Fits(ITypeParameterSymbol parameter, INamedTypeSymbol type) =>
        CellInterface.IsOn(parameter)
            ? CellInterface.Fits(parameter, type)
            : DimInterface.IsOn(type.TypeArguments[parameter.Ordinal]);

    private static bool TakesDims(INamedTypeSymbol type) =>
        !type.IsUnboundGenericType && (LanguageTypes.IsOfDims(type) || type.DeclaredKind() != null);

    /// <summary>The user's declarations of a type.</summary>
    public static ImmutableArray<TypeDeclarationSyntax> WrittenParts(
        this INamedTypeSymbol type,
        CancellationToken cancel
    ) =>
        type
            .DeclaringSyntaxReferences.Where(r => !IsGenerated(r.SyntaxTree))
            .Select(r => r.GetSyntax(cancel))
            .OfType<TypeDeclarationSyntax>()
            .ToImmutableArray();

    /// <summary>
    /// The location of a type's name in the user's code; of several parts the one that is not partial, or else the one with attributes.
    /// </summary>
    public static Location NameToken(this INamedTypeSymbol type, CancellationToken cancel)
    {
        var parts = type.WrittenParts(cancel);
        var part =
            parts.FirstOrDefault(p => !p.Modifiers.Any(SyntaxKind.PartialKeyword))
            ?? parts.FirstOrDefault(p => p.AttributeLists.Count > 0)
            ?? parts.FirstOrDefault();
        return part?.Identifier.GetLocation() ?? type.Locations.FirstOrDefault() ?? Location.None;
    }

    /// <summary>The keyword of a type in C#: <c>class</c>, <c>record struct</c>.</summary>
    public static string Keyword(this INamedTypeSymbol type) =>
        (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };

    /// <summary>The header of a further partial declaration: <c>partial class Lstm&lt;X, H&gt;</c>.</summary>
    public static string PartialHeader(this INamedTypeSymbol type)
    {
        var parameters = string.Join(", ", type.TypeParameters.Select(p => CSharpText.EscapeType(p.Name)));
        var name = CSharpText.EscapeType(type.Name) + (parameters.Length > 0 ? $"<{parameters}>" : "");
        return $"partial {type.Keyword()} {name}";
    }

    /// <summary>Whether the type and its type parameters have names: during editing, one may be missing.</summary>
    public static bool HasNames(this INamedTypeSymbol type) =>
        type.Name.Length > 0 && type.TypeParameters.All(p => p.Name.Length > 0);

    /// <summary>The containing types of a type, outermost first.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Containers(this INamedTypeSymbol type)
    {
        var containers = new List<INamedTypeSymbol>();
        for (var outer = type.ContainingType; outer != null; outer = outer.ContainingType)
        {
            containers.Insert(0, outer);
        }

        return containers;
    }

    // The compiler names a generated tree by the generator's assembly, its class and the file's hint.
    private static bool IsGenerated(SyntaxTree tree) =>
        tree.FilePath.Replace('\\', '/').Contains(DslNames.GeneratedFolder);
}
