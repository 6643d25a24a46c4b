using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A parameter by its path.</summary>
public sealed record NamedType(string Name, TensorType Type)
{
    /// <summary>Which part it is of a parameter of the model, where that was taken apart.</summary>
    public ParameterPart? Part { get; init; }
}
