using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Definitions;

/// <summary>A trained parameter: a field of type <c>Mat</c> or <c>Vec</c>.</summary>
/// <param name="Initializer">C# of an <c>RnnDsl.Initializer</c> member (<c>GlorotUniform</c>, <c>Orthogonal</c>, <c>Constant</c>).</param>
/// <param name="Value">The argument of <c>Constant</c>, or the scale of another initializer.</param>
public sealed record ParameterField(string Name, TensorType Type, string Initializer, double Value);
