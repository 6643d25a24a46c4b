namespace RnnDsl.Attacks.Programs.Grammar;

/// <summary>C# of types.</summary>
internal static class TypeText
{
    /// <summary>A class with its type arguments.</summary>
    public static string Of(string name, IReadOnlyList<string> parameters, IReadOnlyDictionary<string, Dim> given) =>
        parameters.Count == 0 ? name : $"{name}<{string.Join(", ", parameters.Select(parameter => given[parameter]))}>";
}
