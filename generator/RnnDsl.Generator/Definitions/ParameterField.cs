using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Definitions;

/// <summary>A parameter: a field of type <c>Mat</c> or <c>Vec</c>.</summary>
/// <param name="Initializer">C# of an <c>RnnDsl.Initializer</c> member (<c>GlorotUniform</c>, <c>Orthogonal</c>, <c>Constant</c>).</param>
/// <param name="Value">The argument of <c>Constant</c>, the scale of another initializer, or the lower end of a range.</param>
public sealed record ParameterField(string Name, TensorType Type, string Initializer, double Value)
{
    /// <summary>The upper end of a range; null for none.</summary>
    public double? High { get; init; }

    /// <summary>The method of the class that gives the first values; null for none.</summary>
    public InitMethod? Method { get; init; }

    /// <summary>Whether no training changes it: a constant, or frozen.</summary>
    public bool IsFixed { get; init; }
}
