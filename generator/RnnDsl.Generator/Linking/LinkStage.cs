using RnnDsl.Generator.Declarations.Model;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>The stage that makes one graph of a declaration.</summary>
public static class LinkStage
{
    /// <param name="declaration">What to link.</param>
    /// <param name="compilation">The definitions of the same compilation.</param>
    public static LinkedDeclaration Run(Declaration declaration, IEnumerable<Definition> compilation)
    {
        var known = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var found in declaration.External.Concat(compilation))
        {
            known[found.Id] = found;
        }

        var model = declaration.Training is { } training
            ? Find(known, declaration.Definition.Children.FirstOrDefault(c => c.Name == training.Model)?.Definition)
            : null;
        var linked = new LinkedDeclaration(declaration, null, model, "", null);
        if (declaration.HasErrors)
        {
            return linked;
        }

        linked = linked with { DefinitionText = DefinitionText.Print(declaration.Definition) };
        try
        {
            return linked with { Forward = Forward(declaration.Definition, id => Find(known, id)) };
        }
        catch (Exception exception) when (exception is ShapeException or LinkException)
        {
            return linked with
            {
                Problem = new Problem(-1, exception.Message),
                Declaration = declaration with { HasErrors = true },
            };
        }
    }

    private static Definition? Find(Dictionary<string, Definition> known, string? id) =>
        id is not null && known.TryGetValue(id, out var definition) ? definition : null;

    private static Graph? Forward(Definition definition, Func<string, Definition?> resolve)
    {
        switch (definition.Kind)
        {
            case DeclarationKind.Training:
                return Linker.Link(definition, "Loss", resolve);
            case DeclarationKind.Layer:
                return EntryPoint.Of(definition) is { } method ? Linker.Link(definition, method.Name, resolve) : null;
            case DeclarationKind.Cell:
                return EntryPoint.Of(definition) is { } scan
                    ? Linker.Link(
                        Holder(definition, scan),
                        scan.Name,
                        id => id == definition.Id ? definition : resolve(id)
                    )
                    : null;
            default:
                return null;
        }
    }

    /// <summary>A layer whose only field is the cell, so that a cell alone computes like one in a model.</summary>
    private static Definition Holder(Definition cell, Method scan)
    {
        var dims = cell.Dims.Select(d => (Dim)new NamedDim(d.Name)).ToEquatableArray();
        return new Definition(
            DeclarationKind.Layer,
            cell.Id + ".Scan",
            cell.Dims,
            EquatableArray<ParameterField>.Empty,
            new EquatableArray<ChildField>([new ChildField("cell", cell.Id, "", dims)]),
            EquatableArray<StateField>.Empty,
            new EquatableArray<Method>([scan])
        );
    }
}
