using Microsoft.CodeAnalysis;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>A property of the <c>State</c> of a cell.</summary>
/// <param name="Name">Its name: that of its field, or <c>h_2</c> for the value of two steps ago of a state with a delay.</param>
/// <param name="Type">Its type in C#.</param>
/// <param name="Field">The field that it belongs to.</param>
public sealed record StateProperty(string Name, string Type, IFieldSymbol Field);
