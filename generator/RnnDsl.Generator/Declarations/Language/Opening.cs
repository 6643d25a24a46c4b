using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Determines whether and how the generator can add a partial declaration of a class.</summary>
public static class Opening
{
    private const string Parameterized = " : global::RnnDsl.IParameterized";
    private const string IsDim = " : global::RnnDsl.IDim";

    /// <summary>Whether another file can add members to the class.</summary>
    public static bool IsOpen(INamedTypeSymbol type, CancellationToken cancel) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && OlderCSharp(type) is null
        && (!type.IsStatic || type.DeclaredKind() == DeclarationKind.Functions)
        && !NameClashes.Find(type).Any()
        && BaseClass.Obstacle(type, cancel) is null
        && Structure.IsSound(type)
        && HasName(type.ContainingNamespace)
        && (LacksConstraints(type, cancel) || type.TypeParameters.All(CellInterface.IsKnown))
        && type.Containers().Append(type).All(t => t.HasNames() && !t.IsFileLocal && IsPartial(t, cancel));

    /// <summary>The version of C# that the class is compiled as, if it is older than that of generated code; else null.</summary>
    public static LanguageVersion? OlderCSharp(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences[0].SyntaxTree.Options
            is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp14 and var version }
            ? version
            : null;

    /// <summary>The headers of the partial declaration, outermost first.</summary>
    public static IEnumerable<string> Headers(INamedTypeSymbol type, CancellationToken cancel)
    {
        // The stub of a cell or layer has its interface, which L2 requires.
        var bases = type.DeclaredKind() is DeclarationKind.Cell or DeclarationKind.Layer ? Parameterized : "";
        var cell = CellInterface.Implemented(type) is { } implemented ? ", " + implemented : "";
        return type.Containers()
            .Select(container => container.PartialHeader())
            .Append(type.PartialHeader() + bases + cell + Constraints(type, cancel));
    }

    /// <summary>
    /// Constraints for type parameters that lack them, which is an error: so members that name these dims cause no further errors.
    /// </summary>
    public static string Constraints(INamedTypeSymbol type, CancellationToken cancel) =>
        LacksConstraints(type, cancel)
            ? string.Concat(
                type.TypeParameters.Select(parameter => " where " + CSharpText.EscapeType(parameter.Name) + IsDim)
            )
            : "";

    /// <summary>
    /// Whether the user has written no constraint at all. (The parts of a class that have constraints must have the same ones, so that
    /// the generator adds none where he has written some.)
    /// </summary>
    public static bool LacksConstraints(INamedTypeSymbol type, CancellationToken cancel) =>
        type.TypeParameters.Length > 0
        && type.WrittenParts(cancel).All(part => part.ConstraintClauses.Count == 0)
        && type.DeclaredKind() is not DeclarationKind.Functions;

    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancel) =>
        type.WrittenParts(cancel).All(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasName(INamespaceSymbol space) =>
        space.IsGlobalNamespace || (space.Name.Length > 0 && HasName(space.ContainingNamespace));
}
