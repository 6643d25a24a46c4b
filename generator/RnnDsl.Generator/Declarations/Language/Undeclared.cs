using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Detects a class that lacks the attribute of a cell or a layer.</summary>
public static class Undeclared
{
    /// <summary>The attribute to suggest, or null if the class looks like neither.</summary>
    /// <param name="type">The type of a field.</param>
    /// <param name="owner">The declared class that has the field.</param>
    public static string? Advice(ITypeSymbol type, INamedTypeSymbol owner, CancellationToken cancel)
    {
        var definition = type.OriginalDefinition as INamedTypeSymbol;
        if (
            definition is not { TypeKind: TypeKind.Class, IsStatic: false }
            || !SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, owner.ContainingAssembly)
            || definition.DeclaredKind() != null
        )
        {
            return null;
        }

        var isCell =
            definition.WrittenMethods().Any(m => m.Name == DslNames.Step && LanguageTypes.IsResultOfStep(m.ReturnType))
            || definition.WrittenMembers().Any(m => m.Attribute(DslNames.State) != null);
        var isLayer = definition.WrittenMethods().Any(m => !m.IsStatic && LanguageTypes.Read(m.ReturnType) != null);
        return isCell ? Mark("[Cell]")
            : isLayer ? Mark("[Layer]")
            : null;

        string Mark(string attribute) =>
            $"mark '{definition.Name}' with {attribute}"
            + (Opening.IsPartial(definition, cancel) ? "" : " and make it partial")
            + (
                attribute == "[Cell]" && owner.DeclaredKind() is not DeclarationKind.Layer
                    ? ", and hold it in a [Layer]: only a layer has cells"
                    : ""
            );
    }
}
