using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>
/// Finds uses of <c>[Obsolete]</c> and <c>[Experimental]</c> members: generated code uses the same fields and types as the user's
/// code, and should not repeat the warnings of those uses.
/// </summary>
public static class Obsolete
{
    private const string Name = "System.ObsoleteAttribute";
    private const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";

    /// <summary>Whether a use is an error.</summary>
    public static bool IsError(ISymbol symbol) =>
        symbol.Attribute(Name) is { ConstructorArguments: { Length: > 1 } arguments } && arguments[1].Value is true;

    /// <summary>Whether generated code uses something that is marked: a field, the class, or a type that one of them names.</summary>
    public static bool Marks(INamedTypeSymbol type) => Used(type).Any(static symbol => symbol.Attribute(Name) != null);

    /// <summary>Whether a field or method names a type that may not be used, which the compiler reports.</summary>
    public static bool NamesError(INamedTypeSymbol type) => type.WrittenMembers().SelectMany(Types).Any(IsError);

    /// <summary>The numbers of the diagnostics that uses of <c>[Experimental("ID")]</c> members cause.</summary>
    public static IEnumerable<string> Experiments(INamedTypeSymbol type) =>
        Used(type)
            .Select(static symbol => symbol.Attribute(Experimental)?.ConstructorArguments.FirstOrDefault().Value)
            .OfType<string>()
            .Where(SyntaxFacts.IsValidIdentifier)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<ISymbol> Used(INamedTypeSymbol type) =>
        type.Containers()
            .Append(type)
            .Cast<ISymbol>()
            .Concat(type.WrittenMembers())
            .Concat(Optimizers(type))
            .SelectMany(static symbol => Types(symbol).Append(symbol));

    // For a training, which constructs its optimizer.
    private static IEnumerable<ISymbol> Optimizers(INamedTypeSymbol type) =>
        type.Attribute(DslNames.Training) is { } training
            ? training
                .NamedArguments.Select(argument => argument.Value)
                .Where(value => value.Kind == TypedConstantKind.Type)
                .Select(value => value.Value)
                .OfType<INamedTypeSymbol>()
                .SelectMany(optimizer => optimizer.InstanceConstructors.Append<ISymbol>(optimizer))
            : [];

    private static IEnumerable<ISymbol> Types(ISymbol symbol) =>
        symbol switch
        {
            IFieldSymbol field => Parts(field.Type),
            IMethodSymbol method => method.Parameters.SelectMany(p => Parts(p.Type)).Concat(Parts(method.ReturnType)),
            _ => [],
        };

    private static IEnumerable<ISymbol> Parts(ITypeSymbol type) =>
        type is IArrayTypeSymbol array ? Parts(array.ElementType)
        : type is INamedTypeSymbol named ? named.TypeArguments.SelectMany(Parts).Append(named)
        : [];
}
