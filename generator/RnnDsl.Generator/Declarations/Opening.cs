using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Declarations.Model;

namespace RnnDsl.Generator.Declarations;

/// <summary>How a declared class is opened once more, for the members that the generator adds, and whether it can be.</summary>
public static class Opening
{
    private const string Parameterized = " : global::RnnDsl.IParameterized";
    private const string IsDim = " : global::RnnDsl.IDim";

    /// <summary>Whether the compiler takes members of the class in another file.</summary>
    public static bool IsOpen(INamedTypeSymbol type, CancellationToken cancel) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !IsPositional(type, cancel)
        && !GeneratedMembers.Clashes(type).Any()
        && HasName(type.ContainingNamespace)
        && (HasDims(type) || LacksConstraints(type, cancel))
        && type.Containers().Append(type).All(t => t.HasNames() && !t.IsFileLocal && IsPartial(t, cancel));

    /// <summary>The headers to open, outermost first.</summary>
    public static IEnumerable<string> Headers(INamedTypeSymbol type, CancellationToken cancel)
    {
        // The stub of a cell or layer has its interface, which L2 asks for.
        var bases = type.DeclaredKind() is DeclarationKind.Cell or DeclarationKind.Layer ? Parameterized : "";
        return type.Containers()
            .Select(container => container.PartialHeader())
            .Append(type.PartialHeader() + bases + Constraints(type, cancel));
    }

    /// <summary>
    /// The constraints that the user forgot, which is an error, written for him: so members that name his dims are no further errors.
    /// </summary>
    public static string Constraints(INamedTypeSymbol type, CancellationToken cancel) =>
        HasDims(type) || !LacksConstraints(type, cancel)
            ? ""
            : string.Concat(type.TypeParameters.Select(parameter => " where " + parameter.Name + IsDim));

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancel) =>
        type.WrittenParts(cancel).All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether a type parameter stands for dims only.</summary>
    public static bool IsDimParameter(ITypeParameterSymbol parameter)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return IsDim(parameter);

        bool IsDim(ITypeSymbol constraint) =>
            constraint switch
            {
                ITypeParameterSymbol other => seen.Add(other) && other.ConstraintTypes.Any(IsDim),
                INamedTypeSymbol named => named.AllInterfaces.Append(named).Any(IsDimInterface),
                _ => false,
            };
    }

    private static bool HasName(INamespaceSymbol space) =>
        space.IsGlobalNamespace || (space.Name.Length > 0 && HasName(space.ContainingNamespace));

    private static bool IsDimInterface(INamedTypeSymbol type) => type.MetadataId() == LanguageNames.DimInterface;

    private static bool HasDims(INamedTypeSymbol type) => type.TypeParameters.All(IsDimParameter);

    // The parts of a class that have constraints have the same ones.
    private static bool LacksConstraints(INamedTypeSymbol type, CancellationToken cancel) =>
        type.WrittenParts(cancel).All(part => part.ConstraintClauses.Count == 0);

    // Each constructor of such a record has to call the one that its parameters stand for.
    private static bool IsPositional(INamedTypeSymbol type, CancellationToken cancel) =>
        type.IsRecord && type.WrittenParts(cancel).Any(part => part.ParameterList is not null);
}
