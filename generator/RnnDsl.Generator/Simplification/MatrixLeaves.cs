using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>
/// Makes a leaf of each matrix that is computed of parameters alone. It then multiplies, and gets its gradient, as a parameter does; the
/// leaf has the expression, which runs once a version of the parameters.
/// <code>
/// matvec (sub W (transpose W)) h   ->   matvec A h,   A = W - Transpose(W)
/// </code>
/// A parameter that nothing else reads is no leaf of the graph any more.
/// </summary>
public sealed class MatrixLeaves
{
    private readonly Graph graph;
    private readonly ParameterValues values = new();
    private readonly UniqueNames names;
    private readonly Dictionary<int, Node> derived = [];

    private MatrixLeaves(Graph graph)
    {
        this.graph = graph;
        names = new UniqueNames(Names(graph));
    }

    public static Graph Apply(Graph graph) => IsNeeded(graph) ? new MatrixLeaves(graph).Run() : graph;

    private static bool IsNeeded(Graph graph) =>
        graph.Nodes.Any(node => node.IsDerivedMatrix || (node.Scan is { } scan && IsNeeded(scan.Body)));

    private Graph Run()
    {
        var ofGraph = values.Of(graph, graph.Nodes.Select(_ => (int?)null).ToList());
        var bodies = new Dictionary<int, MatrixLeavesOfBody>();
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            if (graph[id].Scan is { } scan)
            {
                var operands = graph[id].Inputs.Select(input => ofGraph[input]).ToList();
                bodies[id] = MatrixLeavesOfBody.Of(scan, values.Of(scan.Body, operands), Leaf);
                bodies[id].Derived.ToList().ForEach(value => Leaf(value));
            }
        }

        var used = graph
            .Nodes.Where(node => !node.IsDerivedMatrix && node.Scan is null)
            .SelectMany(node => node.Inputs)
            .Where(input => graph[input].IsDerivedMatrix)
            .Distinct()
            .ToDictionary(input => input, input => Of(ofGraph, input));
        foreach (var value in used.Values.Where(value => !values.IsParameter(value)))
        {
            Leaf(value);
        }

        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        copy.Leaves();
        var leaves = derived.ToDictionary(pair => pair.Key, pair => copy.Target.Add(pair.Value));
        foreach (var matrix in used)
        {
            copy[matrix.Key] = leaves.TryGetValue(matrix.Value, out var leaf)
                ? leaf
                : copy[graph.Parameters.First(id => ofGraph[id] == matrix.Value)];
        }

        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            if (bodies.TryGetValue(id, out var body))
            {
                var operands = body.Operands.Select(place => copy[graph[id].Inputs[place]]);
                copy[id] = copy.Target.Scan(body.Region, [.. operands, .. body.Derived.Select(value => leaves[value])]);
            }
            else if (!copy.Has(id) && !graph[id].IsDerivedMatrix)
            {
                copy.Node(id);
            }
        }

        return WithoutOperands(copy.Build());
    }

    private static int Of(IReadOnlyList<int?> values, int id) =>
        values[id] ?? throw new InvalidOperationException("A matrix is computed of more than parameters.");

    private Node Leaf(int value)
    {
        if (!derived.TryGetValue(value, out var leaf))
        {
            var expression = values.Expression(value);
            leaf = new Node(Ops.Parameter, EquatableArray<int>.Empty, expression[expression.Outputs[0]].Type)
            {
                Name = names.Take(expression.Name),
                IsFixed = !expression.Trained.Any(),
                Derived = expression,
            };
            derived.Add(value, leaf);
        }

        return leaf;
    }

    // Numbers that only derived matrices read are dead, and so are parameters that only they read.
    private Graph WithoutOperands(Graph found)
    {
        var live = Uses.Live(found);
        var operands = new HashSet<string>(
            derived.Values.SelectMany(leaf => leaf.Derived!.Parameters.Select(id => leaf.Derived[id].Name!)),
            StringComparer.Ordinal
        );
        var copy = new GraphCopy(found, new GraphBuilder(found.Name));
        for (var id = 0; id < live.Length; id++)
        {
            var isOperand =
                found[id] is { Derived: null, Name: { } name } leaf
                && leaf.Op == Ops.Parameter
                && operands.Contains(name);
            if (live[id] || (found[id].IsLeaf && !isOperand))
            {
                copy.Node(id);
            }
        }

        return copy.Build();
    }

    // A derived matrix takes the name that its value had.
    private static IEnumerable<string> Names(Graph graph) =>
        graph.Nodes.SelectMany(node =>
            (node.IsDerivedMatrix ? [] : new[] { node.Name }.OfType<string>()).Concat(
                node.Scan is { } scan ? Names(scan.Body) : []
            )
        );
}
