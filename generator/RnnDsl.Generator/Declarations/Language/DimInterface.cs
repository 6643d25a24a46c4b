using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Recognizes dims.</summary>
public static class DimInterface
{
    /// <summary>Whether a type is a dim, or a type parameter that is constrained to dims.</summary>
    public static bool IsOn(ITypeSymbol type)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return IsDim(type);

        bool IsDim(ITypeSymbol constraint) =>
            constraint switch
            {
                ITypeParameterSymbol parameter => seen.Add(parameter) && parameter.ConstraintTypes.Any(IsDim),
                INamedTypeSymbol named => named.AllInterfaces.Append(named).Any(IsInterface),
                _ => false,
            };
    }

    private static bool IsInterface(INamedTypeSymbol type) => type.MetadataId() == DslNames.DimInterface;
}
