using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Tests.Passing;

/// <summary>What a pass from graph to graph may do wrong, whichever pass it is. A fault that a graph has no place for gives null.</summary>
internal static class GraphFaults
{
    private static readonly TensorType Wrong = TensorType.Vec(new NamedDim("Wrong"));

    public static IReadOnlyDictionary<string, Func<Graph, Graph?>> All { get; } =
        new Dictionary<string, Func<Graph, Graph?>>
        {
            ["wrong type"] = graph => At(graph, IsComputed, (node, _) => node with { Type = Wrong }),
            ["dangling operand"] = graph => At(graph, HasOperands, (node, _) => WithFirst(node, graph.Nodes.Count)),
            ["use before definition"] = graph => At(graph, HasOperands, WithFirst),
            ["lost operand"] = graph =>
                At(graph, HasOperands, (node, _) => node with { Inputs = node.Inputs.Skip(1).ToEquatableArray() }),
            ["output of nothing"] = graph =>
                graph with
                {
                    Outputs = graph.Outputs.Select((id, i) => i == 0 ? graph.Nodes.Count : id).ToEquatableArray(),
                },
            ["lost output"] = graph =>
                graph with
                {
                    Outputs = graph.Outputs.Take(graph.Outputs.Count - 1).ToEquatableArray(),
                },
            ["renamed parameter"] = graph => At(graph, IsParameter, (node, _) => node with { Name = "other" }),
            ["input without a name"] = graph => At(graph, IsInput, (node, _) => node with { Name = null }),
            ["two parameters of one name"] = graph =>
                graph.Parameters.Skip(1).Any()
                    ? At(graph, IsParameter, (node, _) => node with { Name = graph[graph.Parameters.First()].Name })
                    : null,
            ["call left over"] = graph =>
                At(graph, IsComputed, (node, _) => node with { Op = Ops.Call, Callee = "f", Scan = null }),
            ["wrong type in a loop"] = graph =>
                At(graph, HasLoop, (node, _) => InBody(node, body => All!["wrong type"](body)!)),
            ["use before definition in a loop"] = graph =>
                At(graph, HasLoop, (node, _) => InBody(node, body => All!["use before definition"](body)!)),
            ["state that a loop does not have"] = graph =>
                At(graph, HasLoop, (node, _) => node with { Scan = node.Scan! with { States = node.Scan.States + 1 } }),
            ["result that a loop does not have"] = graph =>
                At(graph, node => node.Op == Ops.Result, (node, _) => node with { Number = 99 }),
            ["operands in another order"] = graph =>
                At(
                    graph,
                    node => node.Op == Ops.MatVec,
                    (node, _) => node with { Inputs = node.Inputs.Reverse().ToEquatableArray() }
                ),
        };

    /// <summary>A graph with one node more, which nothing reads.</summary>
    public static Graph Append(Graph graph, Op op, int operand) => Append(graph, op, [operand], graph[operand].Type);

    /// <summary>A graph with one node more, which nothing reads.</summary>
    public static Graph Append(Graph graph, Op op, int[] operands, TensorType type) =>
        graph with
        {
            Nodes = graph.Nodes.Append(new Node(op, operands.ToEquatableArray(), type)).ToEquatableArray(),
        };

    /// <summary>The last node, which <see cref="Append(Graph, Op, int)"/> added, as the first output.</summary>
    public static Graph AsResult(Graph graph) =>
        graph with
        {
            Outputs = graph.Outputs.Select((id, i) => i == 0 ? graph.Nodes.Count - 1 : id).ToEquatableArray(),
        };

    /// <summary>A graph in which the last node that meets a condition is another one.</summary>
    public static Graph? At(Graph graph, Func<Node, bool> condition, Func<Node, int, Node> change)
    {
        var place = Enumerable.Range(0, graph.Nodes.Count).LastOrDefault(id => condition(graph[id]), -1);
        return place < 0
            ? null
            : graph with
            {
                Nodes = graph.Nodes.Select((node, id) => id == place ? change(node, id) : node).ToEquatableArray(),
            };
    }

    private static Node InBody(Node node, Func<Graph, Graph> fault) =>
        node with
        {
            Scan = node.Scan! with { Body = fault(node.Scan.Body) },
        };

    private static Node WithFirst(Node node, int operand) =>
        node with
        {
            Inputs = node.Inputs.Select((input, i) => i == 0 ? operand : input).ToEquatableArray(),
        };

    private static bool IsParameter(Node node) => node.Op == Ops.Parameter;

    private static bool IsInput(Node node) => node.Op == Ops.Input;

    private static bool IsComputed(Node node) => node.Op.Kind != OpKind.Leaf;

    private static bool HasOperands(Node node) => node.Inputs.Count > 0;

    private static bool HasLoop(Node node) => node.Scan is { } scan && scan.Body.Nodes.Any(HasOperands);
}
