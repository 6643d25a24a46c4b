using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Declarations;

/// <summary>The name of a function among its overloads.</summary>
public static class MethodKey
{
    /// <summary><c>MeanSquaredError(Vec[D],Vec[D])</c>.</summary>
    public static string Of(IMethodSymbol method) =>
        $"{method.Name}({string.Join(",", method.Parameters.Select(p => LanguageTypes.Read(p.Type)?.ToString() ?? "?"))})";
}
