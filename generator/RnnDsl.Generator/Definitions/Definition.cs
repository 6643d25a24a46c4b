using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Definitions;

/// <summary>
/// A declaration without its source: everything that another declaration, in this assembly or another, needs to inline it.
/// It is printed into the attribute <c>RnnDsl.DefinitionAttribute</c> on the generated class and parsed back from metadata.
/// A call in a method's graph is a <c>call</c> node: its callee is <c>field.Method</c> for a child (<c>head.Apply</c>,
/// <c>rnn.Scan</c>, <c>rnn.Final.c</c> for the final value of a state,
/// <c>rest[0].Scan</c> in an array, <c>rest[layer].Scan</c> in a loop over one), <c>.Method</c> for a method of the declaration itself,
/// and <c>Metadata.Name:Key</c> for a function, where Key is the method's name with its parameter types, <c>MeanSquaredError(Vec[D],Vec[D])</c>.
/// </summary>
/// <param name="Id">Metadata name of the class: <c>RnnDsl.Cells.Lstm`2</c>.</param>
public sealed record Definition(
    DeclarationKind Kind,
    string Id,
    EquatableArray<DimParameter> Dims,
    EquatableArray<ParameterField> Parameters,
    EquatableArray<ChildField> Children,
    EquatableArray<StateField> States,
    EquatableArray<Method> Methods
)
{
    /// <summary>The type parameters that take a cell, in order: the layer is generic over its cells.</summary>
    public EquatableArray<string> Cells { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The settings: own fields, then those of cells and layers that are arguments of the constructor.</summary>
    public EquatableArray<SettingParameter> Settings { get; init; } = EquatableArray<SettingParameter>.Empty;

    /// <summary>A class of which only the name is known.</summary>
    public static Definition Empty(DeclarationKind kind, string id) =>
        new(
            kind,
            id,
            EquatableArray<DimParameter>.Empty,
            EquatableArray<ParameterField>.Empty,
            EquatableArray<ChildField>.Empty,
            EquatableArray<StateField>.Empty,
            EquatableArray<Method>.Empty
        );
}
