using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>The cell that a field gives to a layer that is generic over its cell.</summary>
/// <param name="Parameter">The layer's type parameter: <c>TCell</c>.</param>
/// <param name="Definition">Metadata name of the cell, or the type parameter of the owner that takes it (see <see cref="CellParameter"/>).</param>
/// <param name="Type">The cell in C#, fully qualified.</param>
/// <param name="Dims">For each of the cell's dim parameters, in its constructor's order, the dim in the owner's terms.</param>
public sealed record CellArgument(string Parameter, string Definition, string Type, EquatableArray<Dim> Dims)
{
    /// <summary>What each of the cell's settings is, in its constructor's order.</summary>
    public EquatableArray<ChildSetting> Settings { get; init; } = EquatableArray<ChildSetting>.Empty;
}
