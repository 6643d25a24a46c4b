using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>Checks the base class of a declared class.</summary>
public static class BaseClass
{
    private const string OfTraining =
        "and a training derives from TrainingLoop<Sample>, which the generator writes: remove it";

    /// <summary>The reason why the base class is not allowed; null if it is.</summary>
    public static string? Obstacle(INamedTypeSymbol type, CancellationToken cancel)
    {
        var kind = type.DeclaredKind();
        if (kind == DeclarationKind.Training && SaysObject(type, cancel))
        {
            return OfTraining;
        }

        if (
            type.IsRecord
            || kind is null or DeclarationKind.Functions
            || type.BaseType is not { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } parent
        )
        {
            return null;
        }

        // A training may name its generated base class; the base class of a layer must need no arguments and clash with no member.
        return kind == DeclarationKind.Training
            ? IsOwnLoop(parent, type)
                ? null
                : OfTraining
            : parent.DeclaredKind() is { } other
                ? $"and the fields of a {other.ToString().ToLowerInvariant()} are its own: hold one in a field"
                : !parent.InstanceConstructors.Any(c => c.Parameters.IsEmpty && IsSeen(c, type))
                    ? "which has no constructor without arguments that the generated one can call: remove it"
                    : GeneratedMembers.Inherited(parent, kind.Value) is { } name
                        ? $"whose member '{name}' has the name of one that the generator writes: remove it"
                        : null;
    }

    private static bool IsOwnLoop(INamedTypeSymbol parent, INamedTypeSymbol training) =>
        parent.MetadataId() == DslNames.TrainingLoop
        && parent.TypeArguments[0] is { Name: "Sample" } sample
        && (
            sample.TypeKind == TypeKind.Error
            || SymbolEqualityComparer.Default.Equals(sample.ContainingType?.OriginalDefinition, training)
        );

    // All parts of a class must derive from the same one, and "object" contradicts the base class of the generated part.
    private static bool SaysObject(INamedTypeSymbol type, CancellationToken cancel) =>
        type.WrittenParts(cancel)
            .Any(static part =>
                part.BaseList?.Types.FirstOrDefault()?.Type.ToString()
                    is "object"
                        or "Object"
                        or "System.Object"
                        or "global::System.Object"
            );

    private static bool IsSeen(IMethodSymbol constructor, INamedTypeSymbol from) =>
        constructor.DeclaredAccessibility switch
        {
            Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
            Accessibility.Internal or Accessibility.ProtectedAndInternal => SymbolEqualityComparer.Default.Equals(
                constructor.ContainingAssembly,
                from.ContainingAssembly
            ),
            _ => false,
        };
}
