using RnnDsl.Generator.Definitions;
using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Linking;

/// <summary>
/// Links a program: a method of a declaration with all of its calls inlined, as one flat graph.
/// <code>
/// head.Apply(rnn.Scan(window).Last)
/// ->  scan (rnn.Step) window rnn.Wxh rnn.Whh rnn.b;  last;  matvec head.W;  add head.b
/// </code>
/// </summary>
public static class Linker
{
    /// <summary>Links a method of <paramref name="root"/>; for a cell also <c>Scan</c>, which is its Step over a sequence.</summary>
    /// <param name="root">The declaration: a layer, a training loop, a cell.</param>
    /// <param name="method">The name of one of its methods.</param>
    /// <param name="resolve">Finds a definition by its id, or null.</param>
    /// <returns>
    /// For a training loop with noise, for all others without.
    /// The graph: the method's arguments (and, for Step, states), the parameters that it uses, named by path, in the order of
    /// construction.
    /// </returns>
    /// <exception cref="LinkException">A definition, field or method is missing, or shapes do not fit.</exception>
    public static Graph Link(Definition root, string method, Func<string, Definition?> resolve)
    {
        var scope = LinkScope.Root(root, resolve);
        var isScan = root.Kind == DeclarationKind.Cell && method == "Scan";
        var target = scope.Method(isScan ? "Step" : method);
        var graph = new GraphBuilder(method);
        var arguments = target
            .Body.Inputs.Take(isScan ? target.Arguments : int.MaxValue)
            .Select(id => target.Body[id])
            .Select(input => graph.Input(input.Name!, isScan ? input.Type.Lift() : input.Type))
            .ToList();
        var parameterUse = ParameterUse.Of(scope, target);
        var isNoisy = root.Kind == DeclarationKind.Training;
        var hasTime = isNoisy && arguments.Any(id => graph.TypeOf(id).OverTime) && NoiseUse.IsEachStep(scope, target);
        int? time = hasTime ? graph.Input(Unused("time"), NoiseSites.Time) : null;
        var parameters = parameterUse.ToDictionary(
            use => use.Name,
            use => graph.Parameter(use.Name, use.Type, use.IsFixed),
            StringComparer.Ordinal
        );
        var inliner = new Inliner(graph, parameters, IsRoot: true)
        {
            Sites = isNoisy ? new NoiseSites() : null,
            Time = time,
        };
        var outputs = isScan ? [inliner.Scan(scope, target, arguments)] : inliner.Method(scope, target, arguments);
        foreach (var (output, name) in outputs.Zip(target.Results, (output, name) => (output, name)))
        {
            graph.SetName(output, name);
        }

        return ShortNames.Apply(graph.Build(outputs.ToArray()));

        string Unused(string name) => arguments.Any(id => graph[id].Name == name) ? Unused(name + "_") : name;
    }

    /// <summary>Every parameter of a model, used or not, by its path, in the order of construction, with dims of the root.</summary>
    /// <exception cref="LinkException">A definition is missing.</exception>
    public static IReadOnlyList<ParameterField> Parameters(Definition root, Func<string, Definition?> resolve) =>
        ParameterUse.All(LinkScope.Root(root, resolve)).ToList();
}
