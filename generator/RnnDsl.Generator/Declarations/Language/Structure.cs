using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>
/// Checks that C# accepts a class: for example, if two members have one name, the compiler reports it, and
/// generated code would only cause further errors.
/// </summary>
public static class Structure
{
    // Generated files use these namespaces, as the package's usings do: a type of the same full name is an error there.
    private static readonly string[] namespaces = ["RnnDsl.Training", "RnnDsl.Cells", "RnnDsl.Layers"];

    public static bool IsSound(INamedTypeSymbol type) =>
        AreDistinct(type.TypeParameters.Select(static parameter => parameter.Name))
        && AreDistinct(Members(type).Select(static member => member.Name))
        && type.WrittenMethods()
            .All(static method => AreDistinct(method.Parameters.Select(static parameter => parameter.Name)))
        && type.WrittenMethods().GroupBy(Signature, StringComparer.Ordinal).All(static same => same.Count() == 1)
        && IsAccessible(type)
        && (type.IsFileLocal || !Fields(type).Any(IsOfOneFile))
        && Fields(type).All(static field => field.Type is not INamedTypeSymbol { IsStatic: true })
        && Fields(type).Select(static field => field.Type).OfType<INamedTypeSymbol>().All(IsAccessible)
        && !Named(type).SelectMany(static named => named.TypeArguments).Any(static dim => dim.IsRefLikeType)
        && !type.WrittenMembers().Any(IsRequired)
        && !Obsolete.NamesError(type)
        && type.TypeParameters.SelectMany(static p => p.ConstraintTypes).All(static t => t.TypeKind != TypeKind.Error)
        && (type.TypeKind == TypeKind.Class || type.DeclaredKind() != DeclarationKind.Training)
        && namespaces.All(name => type.ContainingAssembly.GetTypeByMetadataName(name) is null);

    // Methods may be overloaded, but share a name with no other member.
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type) =>
        type.WrittenMembers()
            .Where(static member => member is not IMethodSymbol)
            .Concat(type.WrittenMethods().GroupBy(m => m.Name, StringComparer.Ordinal).Select(same => same.First()));

    private static string Signature(IMethodSymbol method) =>
        string.Join(
            " ",
            method
                .Parameters.Select(static parameter =>
                    parameter.Type.ToDisplayString() + (parameter.RefKind == RefKind.None ? "" : "&")
                )
                .Prepend(method.MetadataName + CSharpText.Number(method.Arity))
        );

    /// <summary>Whether the class has required members, which generated code does not set.</summary>
    public static bool IsRequired(ISymbol member) =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.WrittenMembers().OfType<IFieldSymbol>();

    private static IEnumerable<INamedTypeSymbol> Named(INamedTypeSymbol type) =>
        Fields(type)
            .Select(static field => field.Type)
            .Concat(type.WrittenMethods().SelectMany(m => m.Parameters.Select(p => p.Type).Append(m.ReturnType)))
            .OfType<INamedTypeSymbol>();

    // A generated file cannot name it.
    private static bool IsOfOneFile(IFieldSymbol field) => field.Type is INamedTypeSymbol { IsFileLocal: true };

    // Types in a namespace are public or internal.
    private static bool IsAccessible(INamedTypeSymbol type) =>
        type.ContainingType is { } outer
            ? IsAccessible(outer)
            : type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    private static bool AreDistinct(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.All(seen.Add);
    }
}
