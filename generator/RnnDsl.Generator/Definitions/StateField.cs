using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// A state of a cell, zero before the first step: a <c>[State]</c> field, <c>h</c>; a value of it from an earlier step, <c>h_2</c>, where
/// the field has a delay; or a state of a cell that the cell holds, <c>fast.h</c>.
/// </summary>
/// <param name="Name">The field, or the path of a state of an inner cell.</param>
public sealed record StateField(string Name, TensorType Type)
{
    /// <summary>The state whose value of the step before it takes at every step; null where equations assign it.</summary>
    public string? After { get; init; }

    /// <summary>Whether it is a field of the cell itself.</summary>
    public bool IsField => After is null && Inner is null;

    /// <summary>The field that holds the inner cell, or null.</summary>
    public string? Inner => Name.IndexOf('.') is > 0 and var dot ? Name.Substring(0, dot) : null;
}
