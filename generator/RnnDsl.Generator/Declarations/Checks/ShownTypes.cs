using Microsoft.CodeAnalysis;
using RnnDsl.Generator.Declarations.Language;
using RnnDsl.Generator.Declarations.Reading;
using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Diagnostics;

namespace RnnDsl.Generator.Declarations.Checks;

/// <summary>The less accessible types of a declaration that occur in the signatures of its generated members.</summary>
public sealed class ShownTypes(ClassShape shape)
{
    /// <summary>A cell's states, the arguments and results of its steps; a training's model.</summary>
    public IEnumerable<ITypeSymbol> All => Places.Select(place => place.Type);

    /// <summary>The accessibility of those members.</summary>
    public string Visibility => Language.Visibility.Of(shape.Symbol, All);

    private IEnumerable<(ITypeSymbol Type, ISymbol At)> Places =>
        shape.Kind switch
        {
            DeclarationKind.Training => Fields(shape.Fields.Children.Select(child => child.Field.Name)),
            DeclarationKind.Cell => Fields(CellStates.Of(shape.Symbol).Select(state => state.Name))
                .Concat(
                    shape.Methods.SelectMany(step =>
                        step.Parameters.Select(p => (p.Type, (ISymbol)p)).Append((step.ReturnType, step))
                    )
                ),
            _ => [],
        };

    /// <summary>Reports the types for which no accessibility works.</summary>
    public void Check(Findings findings)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (type, at) in Places)
        {
            if (Language.Visibility.Hidden(shape.Symbol, Leaves(type)) is { } hidden && reported.Add(hidden))
            {
                var name = hidden.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                findings.Report(Rules.LessAccessible, at.Locations[0], name, shape.Symbol.Name);
            }
        }
    }

    private IEnumerable<(ITypeSymbol Type, ISymbol At)> Fields(IEnumerable<string> names) =>
        names
            .SelectMany(name => shape.Symbol.GetMembers(name).OfType<IFieldSymbol>())
            .Select(f => (f.Type, (ISymbol)f));

    private static IEnumerable<ITypeSymbol> Leaves(ITypeSymbol type) =>
        type is INamedTypeSymbol named && LanguageTypes.IsOfDims(named)
            ? named.TypeArguments.SelectMany(Leaves)
            : [type];
}
