using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Declarations.Reading;

/// <summary>A declared class without its equations: its fields, dims and methods.</summary>
/// <param name="Methods">The methods that become part of the definition: <c>Step</c>, <c>Loss</c>, a layer's public methods.</param>
public sealed record ClassShape(
    INamedTypeSymbol Symbol,
    DeclarationKind Kind,
    FieldTable Fields,
    DimTable Dims,
    IReadOnlyList<IMethodSymbol> Methods
)
{
    /// <summary>The states of a cell: its fields', then those of the cells that it holds; another class has none.</summary>
    public IEnumerable<StateField> States =>
        Kind == DeclarationKind.Cell ? Fields.States.Concat(Fields.Inner.SelectMany(child => child.States)) : [];

    public EquatableArray<ChildField> Children => Fields.Children.Select(c => c.Field).ToEquatableArray();
}
