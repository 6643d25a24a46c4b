using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Definitions;

namespace RnnDsl.Generator.Declarations.Language;

/// <summary>A field that holds a cell or a layer.</summary>
/// <param name="Type">The field's type.</param>
/// <param name="Kind">Whether it can be scanned or called.</param>
/// <param name="Field">Its record in the model.</param>
public sealed record Child(INamedTypeSymbol Type, DeclarationKind Kind, ChildField Field)
{
    /// <summary>The states of a cell, with the paths and dims that they have in the class of the field.</summary>
    public IEnumerable<StateField> States =>
        CellStates
            .Flat(Type)
            .Select(state => new StateField($"{Field.Name}.{state.Path}", LanguageTypes.Read(state.Type)!.InExample()));
}
