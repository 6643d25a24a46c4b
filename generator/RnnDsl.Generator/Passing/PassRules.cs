using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Passing;

/// <summary>What passes leave, as far as it can be checked: each gives a sentence for what does not hold.</summary>
internal static class PassRules
{
    public static IEnumerable<string> IsLive(PassState state)
    {
        var (graph, live) = (state.Graph, Uses.Live(state.Graph));
        return Nodes(graph, id => !live[id] && !graph[id].IsLeaf).Select(node => $"no output needs {node}");
    }

    public static IEnumerable<string> MatricesAreLeaves(PassState state) =>
        All(state.Graph).Where(node => node.IsDerivedMatrix).Select(node => $"{node.Op} gives a matrix");

    public static IEnumerable<string> NothingIsReversedTwice(PassState state) =>
        Nodes(
                state.Graph,
                id => state.Graph[id] is var node && IsReversal(node) && IsReversal(state.Graph[node.Inputs[0]])
            )
            .Select(node => $"it is reversed twice: {node}");

    public static IEnumerable<string> StatesAreCarried(PassState state)
    {
        var (graph, states, start) = (state.Graph, state.Options.States, state.Options.HasStart ? 1 : 0);
        var inputs = graph.Inputs.Reverse().Skip(start).Take(states).Reverse();
        return SameTypes(graph, "the states'", inputs, graph.Outputs.Skip(1));
    }

    public static IEnumerable<string> EachParameterHasAGradient(PassState state) =>
        SameTypes(state.Graph, "the gradients'", state.Graph.Trained, state.Graph.Outputs.Skip(state.Results));

    public static IEnumerable<string> ItIsOneStep(PassState state)
    {
        var (graph, states) = (state.Graph, state.Options.States);
        return Nodes(graph, id => graph[id].Type.OverTime || graph[id].Op == Ops.Scan)
            .Select(node => $"it is of more than one step: {node}")
            .Concat(
                SameTypes(
                    graph,
                    "the states'",
                    graph.Inputs.Reverse().Take(states).Reverse(),
                    graph.Outputs.Skip(graph.Outputs.Count - states)
                )
            );
    }

    public static IEnumerable<string> NoGradientIsStopped(PassState state) =>
        All(state.Graph).Where(node => node.Op == Ops.StopGradient).Select(_ => $"a {Ops.StopGradient} is left");

    public static IEnumerable<string> TheResultHasAName(PassState state) =>
        state.Graph[state.Graph.Outputs[0]].Name is null ? ["the first output has no name"] : [];

    public static IEnumerable<string> StepsAreInLoops(PassState state)
    {
        var graph = state.Graph;
        var (live, uniform) = (Uses.Live(graph), Uniforms.Of(graph));
        var gradients = GradientParts.Find(graph, state.Results);
        return Nodes(
                graph,
                id =>
                    live[id]
                    && graph[id].Type.OverTime
                    && graph[id].Op.Kind is not (OpKind.Leaf or OpKind.Time or OpKind.Region)
                    && !uniform[id]
                    && !gradients.Contains(id)
                    && !Uniforms.IsMark(graph, id)
            )
            .Select(node => $"it is computed for all steps outside of a loop: {node}");
    }

    public static IEnumerable<string> TheProgramIsThatOfTheGraph(PassState state)
    {
        var (graph, program) = (state.Graph, state.Program!);
        var inputs = program.Inputs.Select(input => $"{input.Name}: {input.Type}");
        var parameters = program.Parameters.Select(parameter => $"{parameter.Name}: {parameter.Type}");
        var gradients = program.Gradients.Select(gradient => gradient.Parameter);
        return
        [
            .. Same("inputs", Kept.Leaves(graph, graph.Inputs), inputs),
            .. Same("parameters", Kept.Leaves(graph, graph.Parameters), parameters),
            .. Same(
                "outputs",
                graph.Outputs.Take(state.Results).Select(id => graph[id].Type.ToString()),
                program.Outputs.Select(output => output.Type.ToString())
            ),
            .. Same("gradients", state.IsTraining ? graph.Trained.Select(id => graph[id].Name!) : [], gradients),
        ];
    }

    private static bool IsReversal(Node node) => node.Op == Ops.Reverse;

    private static IEnumerable<Node> All(Graph graph) =>
        graph.Nodes.SelectMany(node => node.Scan is { } scan ? All(scan.Body).Append(node) : [node]);

    private static IEnumerable<string> Nodes(Graph graph, Func<int, bool> wrong) =>
        Enumerable
            .Range(0, graph.Nodes.Count)
            .Where(wrong)
            .Select(id => $"%{NumberText.Print(id)} {graph[id].Name}, {graph[id].Op}");

    private static IEnumerable<string> SameTypes(
        Graph graph,
        string what,
        IEnumerable<int> from,
        IEnumerable<int> to
    ) =>
        Same(what + " types", from.Select(id => graph[id].Type.ToString()), to.Select(id => graph[id].Type.ToString()));

    private static IEnumerable<string> Same(string what, IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (all, found) = (string.Join(", ", expected), string.Join(", ", actual));
        return all == found ? [] : [$"{what} should be ({all}), and are ({found})"];
    }
}
