using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>Whether a training can construct an optimizer of a type: <c>new Adam()</c>.</summary>
public static class OptimizerType
{
    /// <summary>The reason why it cannot; null if it can.</summary>
    public static string? Obstacle(ITypeSymbol type, INamedTypeSymbol training, Session session) =>
        type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named || !Derives(named.OriginalDefinition)
            ? "is no Optimizer"
        : named.IsUnboundGenericType ? "is an open generic type"
        : named.IsAbstract ? "is abstract"
        : named.Containers().Append(named).Any(t => t.IsFileLocal) ? "is seen in its file only"
        : Obsolete.IsError(named) ? "is marked [Obsolete] as an error"
        : !session.Sees(training, named) ? $"cannot be seen from '{training.Name}'"
        : !named.InstanceConstructors.Any(c =>
            c.Parameters.All(IsOptional) && session.Sees(training, c) && !Obsolete.IsError(c)
        )
            ? "has no constructor without arguments that the training can call"
        : Inherited(named).SelectMany(t => t.GetMembers()).Any(Structure.IsRequired) ? "has required members"
        : null;

    private static bool Derives(INamedTypeSymbol type) =>
        Inherited(type).Any(t => t.MetadataId() == DslNames.Optimizer);

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            yield return next;
        }
    }

    private static bool IsOptional(IParameterSymbol parameter) => parameter.IsOptional || parameter.IsParams;
}
