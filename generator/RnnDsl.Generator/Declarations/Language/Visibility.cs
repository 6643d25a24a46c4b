using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Determines the accessibility of generated members from the types in their signatures.</summary>
public static class Visibility
{
    public const string Public = "public";
    public const string Internal = "internal";

    /// <summary>For members that must be hidden: some type is less accessible than the class is elsewhere in the assembly.</summary>
    public const string Private = "private";

    /// <summary>The widest accessibility that members with these types can have.</summary>
    public static string Of(INamedTypeSymbol owner, IEnumerable<ITypeSymbol> shown)
    {
        var restrictions = shown.SelectMany(Restrictions).Where(type => !Keeps(owner, type)).ToList();
        return restrictions.Count == 0 ? Public
            : restrictions.All(IsInAssembly) ? Internal
            : Private;
    }

    /// <summary>The first type that is less accessible in the assembly than the class is; null if there is none.</summary>
    public static ITypeSymbol? Hidden(INamedTypeSymbol owner, IEnumerable<ITypeSymbol> shown) =>
        shown.FirstOrDefault(type => Of(owner, [type]) == Private);

    private static IEnumerable<INamedTypeSymbol> Restrictions(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Restrictions(array.ElementType),
            INamedTypeSymbol named => named
                .Containers()
                .Append(named)
                .Where(t => t.DeclaredAccessibility != Accessibility.Public)
                .Concat(named.TypeArguments.SelectMany(Restrictions)),
            _ => [],
        };

    private static bool IsInAssembly(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal;

    // Whether the type is at least as accessible as the class.
    private static bool Keeps(INamedTypeSymbol owner, INamedTypeSymbol type)
    {
        var around = owner.Containers().Append(owner).ToList();
        return IsInAssembly(type)
            ? around.Any(outer =>
                outer.DeclaredAccessibility
                    is Accessibility.Internal
                        or Accessibility.Private
                        or Accessibility.ProtectedAndInternal
            )
            : around.Any(outer =>
                (
                    outer.DeclaredAccessibility == Accessibility.Private
                    && outer.Containers().Contains(type.ContainingType, SymbolEqualityComparer.Default)
                )
                || (
                    outer.DeclaredAccessibility == type.DeclaredAccessibility
                    && SymbolEqualityComparer.Default.Equals(outer.ContainingType, type.ContainingType)
                )
            );
    }
}
