using RnnDsl.Generator.Declarations.Language;

namespace RnnDsl.Generator.Declarations.Bodies;

/// <summary>A cell or layer that equations can call: a field, an element of an array, the layer of a loop's iteration.</summary>
/// <param name="Name">How calls name it: <c>head</c>, <c>rest[0]</c>, <c>rest[layer]</c>.</param>
public sealed record LayerValue(Child Child, string Name) : Value;
