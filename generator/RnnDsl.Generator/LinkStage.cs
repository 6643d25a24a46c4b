using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Linking;
using RnnDsl.Generator.Passing;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator;

/// <summary>The stage that links a declaration into one graph.</summary>
public static class LinkStage
{
    /// <param name="declaration">What to link.</param>
    /// <param name="needed">The definitions that it needs, directly or through others.</param>
    /// <param name="log">Takes the text of what each pass leaves.</param>
    public static LinkedDeclaration Run(Declaration declaration, IEnumerable<Definition> needed, PassLog? log = null)
    {
        var known = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var found in declaration.External.Concat(needed))
        {
            known[found.Id] = found;
        }

        var model = declaration.Training is { } training
            ? Find(known, declaration.Definition.Children.FirstOrDefault(c => c.Name == training.Model)?.Definition)
            : null;
        var linked = LinkedDeclaration.Without(declaration) with { Model = model };
        if (declaration.HasErrors)
        {
            return linked;
        }

        linked = linked with
        {
            DefinitionText = DefinitionText.Print(declaration.Definition),
            Equations = EquationListing.Of(declaration.Definition, id => Find(known, id)).ToEquatableArray(),
        };
        try
        {
            return Link(linked, declaration.Definition, id => Find(known, id), log);
        }
        catch (Exception exception) when (exception is ShapeException or LinkException)
        {
            return linked with
            {
                Problem = new Problem((exception as LinkException)?.Origin ?? -1, exception.Message),
                Declaration = declaration with { HasErrors = true },
            };
        }
    }

    private static Definition? Find(Dictionary<string, Definition> known, string? id) =>
        id is not null && known.TryGetValue(id, out var definition) ? definition : null;

    private static LinkedDeclaration Link(
        LinkedDeclaration linked,
        Definition definition,
        Func<string, Definition?> resolve,
        PassLog? log
    )
    {
        var method = definition.Kind switch
        {
            DeclarationKind.Training => "Loss",
            DeclarationKind.Functions => null,
            _ => EntryPoint.Of(definition)?.Name,
        };
        var graph = method is null ? null : Linker.Link(definition, method, resolve);
        if (definition.Kind == DeclarationKind.Training && graph is not null)
        {
            graph = TrainingInputs.Apply(graph, definition);
        }

        var others = EntryPoint
            .Others(definition)
            .Select(other => new MethodGraph(other.Name, Linker.Link(definition, other.Name, resolve)))
            .ToList();
        var graphs = others.Select(other => other.Forward).Prepend(graph).OfType<Graph>();
        var served = others.Select(other => other.Method).Append(method);
        return linked with
        {
            Forward = graph is null ? null : Optimise(method!, graph),
            Others = others
                .Select(other => other with { Forward = Optimise(other.Method, other.Forward) })
                .ToEquatableArray(),
            HalfReadEnds = graphs
                .SelectMany(HalfReadEnds.Of)
                .Concat(Unserved(definition, served).SelectMany(name => EndsOf(definition, name, resolve)))
                .ToEquatableArray(),
        };

        Graph Optimise(string name, Graph found)
        {
            log?.Title(definition.Id + "." + name);
            return Passes.Linked.Run(new PassState(found), log).Graph;
        }
    }

    // The methods of an open layer that read a last step: no program runs them, and some cannot be linked before a user closes it.
    private static IEnumerable<string> Unserved(Definition definition, IEnumerable<string?> served) =>
        definition.Kind == DeclarationKind.Layer
            ? definition
                .Methods.Where(m => m.IsPublic && m.Body.Nodes.Any(node => node.Op == Ops.Last))
                .Select(m => m.Name)
                .Except(served.OfType<string>(), StringComparer.Ordinal)
            : [];

    private static IEnumerable<int> EndsOf(Definition definition, string method, Func<string, Definition?> resolve)
    {
        try
        {
            return HalfReadEnds.Of(Linker.Link(definition, method, resolve));
        }
        catch (Exception exception) when (exception is ShapeException or LinkException)
        {
            // Reported at the caller.
            return [];
        }
    }
}
