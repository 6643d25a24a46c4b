using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Finds the user's names that clash with generated members of the same class.</summary>
public static class NameClashes
{
    /// <summary>The names with their locations: of the class, its type parameters, its members, and the types that it uses.</summary>
    public static IEnumerable<(string Name, Location At)> Find(INamedTypeSymbol type)
    {
        var names = GeneratedMembers.In(type);
        if (names.Count == 0)
        {
            return [];
        }

        var own = type.TypeParameters.AsEnumerable<ISymbol>().Concat(type.WrittenMembers()).Prepend(type);
        return own.Where(symbol => names.Contains(symbol.Name))
            .Select(symbol => (symbol.Name, Written(symbol)))
            .Concat(HiddenTypes(type));
    }

    /// <summary>The types of fields and methods, which a generated type of the same name would hide.</summary>
    private static IEnumerable<(string Name, Location At)> HiddenTypes(INamedTypeSymbol type)
    {
        var names = GeneratedMembers.TypesIn(type);
        var uses = type.WrittenMembers()
            .SelectMany(member => TypesOf(member).Select(used => (Type: used, At: member.Locations[0])));
        return uses.SelectMany(use => Parts(use.Type).Select(part => (Part: part, use.At)))
            .Where(use => names.Contains(use.Part.Name) && IsAnother(use.Part, type))
            .Select(use => (use.Part.Name, use.At));
    }

    // A partial class has several declarations; report at the user's.
    private static Location Written(ISymbol symbol) =>
        symbol is INamedTypeSymbol type ? type.NameToken(CancellationToken.None) : symbol.Locations[0];

    // A generated type does not exist yet, so its name is an error type. A nested one is named with its class.
    private static bool IsAnother(ITypeSymbol used, INamedTypeSymbol type) =>
        used is INamedTypeSymbol { TypeKind: not TypeKind.Error } named
        && (
            named.ContainingType is null
            || type.Containers().Any(outer => SymbolEqualityComparer.Default.Equals(outer, named.ContainingType))
        );

    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol member) =>
        member switch
        {
            IFieldSymbol field => [field.Type],
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method
                .Parameters.Select(p => p.Type)
                .Append(method.ReturnType),
            _ => [],
        };

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Parts(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named),
            _ => [],
        };
}
