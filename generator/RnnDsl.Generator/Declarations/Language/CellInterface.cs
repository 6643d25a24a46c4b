using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Recognizes <c>ICell&lt;X, H&gt;</c>: as the constraint of a type parameter that takes a cell, and what a cell implements.</summary>
public static class CellInterface
{
    /// <summary>The interface, where it is the constraint of a type parameter; else null.</summary>
    public static INamedTypeSymbol? Of(ITypeSymbol type) =>
        (type as ITypeParameterSymbol)?.ConstraintTypes.OfType<INamedTypeSymbol>().FirstOrDefault(IsInterface);

    /// <summary>Whether a type parameter takes a cell.</summary>
    public static bool IsOn(ITypeParameterSymbol parameter) => Of(parameter) is not null;

    /// <summary>Whether a type parameter has a constraint that the language knows: it takes a dim or a cell.</summary>
    public static bool IsKnown(ITypeParameterSymbol parameter) => DimInterface.IsOn(parameter) || IsOn(parameter);

    /// <summary>
    /// Whether a type's argument for a parameter that takes a cell is one of the right sizes. Where a cell of the same compilation has
    /// its interface yet to be generated, it fits.
    /// </summary>
    public static bool Fits(ITypeParameterSymbol parameter, INamedTypeSymbol type)
    {
        var cell = type.TypeArguments[parameter.Ordinal];
        var needed = Of(parameter)!.TypeArguments.Select(dim => Given(dim, type));
        var found = cell is ITypeParameterSymbol ? Of(cell) : cell.AllInterfaces.FirstOrDefault(IsInterface);
        return found is null
            ? (cell as INamedTypeSymbol)?.DeclaredKind() == DeclarationKind.Cell
            : needed.SequenceEqual(found.TypeArguments.AsEnumerable(), SymbolEqualityComparer.Default);
    }

    // A dim of a constraint, with the type's arguments.
    private static ITypeSymbol Given(ITypeSymbol dim, INamedTypeSymbol type) =>
        dim is ITypeParameterSymbol parameter ? type.TypeArguments[parameter.Ordinal] : dim;

    /// <summary>C# of the interface that a cell implements, by the types of its step; null for a cell with other steps.</summary>
    public static string? Implemented(INamedTypeSymbol type) =>
        type.DeclaredKind() == DeclarationKind.Cell
        && type.WrittenMethods().FirstOrDefault(m => m.Name == DslNames.Step) is { Parameters.Length: 1 } step
        && LanguageTypes.IsVec(step.Parameters[0].Type)
        && LanguageTypes.IsVec(step.ReturnType)
            ? $"global::RnnDsl.ICell<{Dim(step.Parameters[0].Type)}, {Dim(step.ReturnType)}>"
            : null;

    private static string Dim(ITypeSymbol vector) => ((INamedTypeSymbol)vector).TypeArguments[0].CSharp();

    private static bool IsInterface(INamedTypeSymbol type) =>
        type is { Name: "ICell", TypeArguments.Length: 2 } && LanguageTypes.IsInLanguage(type);
}
