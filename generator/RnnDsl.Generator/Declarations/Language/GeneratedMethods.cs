using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>The names of members that the generator writes for the methods of a layer.</summary>
public static class GeneratedMethods
{
    /// <summary>All of them: <c>PredictEncode</c> of a method that is not the entry point, and the views of a tuple.</summary>
    public static IEnumerable<string> In(INamedTypeSymbol type) =>
        Methods(type)
            .Where(method => !IsEntry(method.Name, type))
            .Select(method => EntryPoint.PredictOf(method.Name))
            .Concat(TypesIn(type));

    /// <summary>The names of the types among them.</summary>
    public static IEnumerable<string> TypesIn(INamedTypeSymbol type) =>
        Methods(type).SelectMany(method => Programs(method, type).Concat(Views(method)));

    private static IEnumerable<string> Programs(IMethodSymbol method, INamedTypeSymbol type) =>
        IsEntry(method.Name, type) ? [] : [EntryPoint.PredictOf(method.Name) + "Program"];

    private static IEnumerable<string> Views(IMethodSymbol method) =>
        method.ReturnType.IsTupleType ? EntryPoint.ViewsOf(method.Name) : [];

    private static bool IsEntry(string method, INamedTypeSymbol type) =>
        method == EntryPoint.NameOf(Methods(type).Select(m => m.Name).ToList());

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type) =>
        type.DeclaredKind() == DeclarationKind.Layer
            ? type.WrittenMethods()
                .Where(m =>
                    m is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Parameters.Length: > 0 }
                    && LanguageTypes.Results(m.ReturnType).All(result => LanguageTypes.Read(result) != null)
                )
            : [];
}
