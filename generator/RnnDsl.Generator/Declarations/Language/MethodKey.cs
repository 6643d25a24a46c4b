using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>The name of a function among its overloads.</summary>
public static class MethodKey
{
    /// <summary>
    /// <c>MeanSquaredError(Vec[D],Vec[D])</c>; with the qualified names of dims if overloads differ only in their namespaces.
    /// </summary>
    public static string Of(IMethodSymbol method)
    {
        var key = Short(method);

        // Other assemblies do not see private methods, and must derive the same key.
        var same = method
            .ContainingType.GetMembers(method.Name)
            .OfType<IMethodSymbol>()
            .Where(other => other.DeclaredAccessibility == Accessibility.Public && Short(other) == key);
        return same.Count() > 1 ? Long(method) : key;
    }

    private static string Short(IMethodSymbol method) =>
        $"{method.Name}({string.Join(",", method.Parameters.Select(p => LanguageTypes.Read(p.Type)?.ToString() ?? "?"))})";

    // A key is one word of a text.
    private static string Long(IMethodSymbol method) =>
        $"{method.Name}({string.Join(",", method.Parameters.Select(p => p.Type.CSharp()))})".Replace(" ", "");
}
