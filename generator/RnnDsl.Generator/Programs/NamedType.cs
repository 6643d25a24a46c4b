using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Programs;

/// <summary>A parameter by its path.</summary>
public sealed record NamedType(string Name, TensorType Type)
{
    /// <summary>Which part it is of a parameter of the model, where that was taken apart.</summary>
    public ParameterPart? Part { get; init; }

    /// <summary>The expression of parameters that it is computed of, where it is a derived matrix, or a part of one.</summary>
    public Graph? Derived { get; init; }

    /// <summary>The name of the whole of which it may be a part.</summary>
    public string Whole => Part?.Of ?? Name;
}
