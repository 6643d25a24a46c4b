using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>A field that holds another cell or layer, or an array of them.</summary>
/// <param name="Definition">Metadata name of the field's type definition, <c>RnnDsl.Cells.Lstm`2</c>, or a <see cref="CellParameter"/>.</param>
/// <param name="Type">The field's type in C#, of an array that of its elements, fully qualified: <c>global::RnnDsl.Cells.Lstm&lt;global::N.Value, global::N.Hidden&gt;</c>.</param>
/// <param name="Dims">For each of the child's dim parameters, in its constructor's order, the dim in this declaration's terms.</param>
public sealed record ChildField(string Name, string Definition, string Type, EquatableArray<Dim> Dims)
{
    /// <summary>The cells that it gives to a layer that is generic over its cells, in the order of the layer's type parameters.</summary>
    public EquatableArray<CellArgument> Cells { get; init; } = EquatableArray<CellArgument>.Empty;

    /// <summary>What each of its settings is, in its constructor's order.</summary>
    public EquatableArray<ChildSetting> Settings { get; init; } = EquatableArray<ChildSetting>.Empty;

    /// <summary>The length of the array; null if the field is not an array.</summary>
    public LayerCount? Count { get; init; }

    /// <summary>Whether no training changes what is in it.</summary>
    public bool IsFixed { get; init; }
}
