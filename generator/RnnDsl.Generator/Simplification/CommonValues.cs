using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>
/// Copies a graph, computing equal values once and leaving out arithmetic that does nothing. In the body of a scan, two captures
/// of one value, or two sequences, become one.
/// </summary>
internal sealed class CommonValues
{
    private readonly GraphBuilder builder;
    private readonly Dictionary<Node, int> known = [];

    private CommonValues(string name) => builder = new GraphBuilder(name);

    public static Graph Merge(Graph graph) => new CommonValues(graph.Name).Copy(graph, operands: null);

    /// <param name="graph">The graph to copy.</param>
    /// <param name="operands">The values that the inputs have, where equal ones are merged; null where all inputs are distinct.</param>
    private Graph Copy(Graph graph, IReadOnlyList<int>? operands)
    {
        var map = new int[graph.Nodes.Count];
        var given = new Dictionary<int, int>();
        var next = 0;
        for (var id = 0; id < map.Length; id++)
        {
            var node = graph[id];
            if (node.IsLeaf)
            {
                var leaf = builder.Add(node);
                var operand = operands is null ? leaf : operands[next++];
                map[id] = given.TryGetValue(operand, out var first) ? first : leaf;
                given[operand] = map[id];
                continue;
            }

            var inputs = node.Inputs.Select(input => map[input]).ToList();
            map[id] = Trivial.Find(builder, node, inputs) ?? Add(node, inputs);
            if (node.Name is { } name)
            {
                builder.SetName(map[id], name);
            }
            else if (node.Op == Ops.Last)
            {
                // The history had the state's name; its final value takes over.
                builder.NameResult(map[id]);
            }
        }

        return builder.Build(graph.Outputs.Select(output => map[output]).ToArray());
    }

    private int Add(Node node, List<int> inputs)
    {
        var copy = node.Scan is { } scan ? node with { Scan = Body(scan, inputs) } : node;
        if (node.Op == Ops.Result)
        {
            copy = node with { Number = FirstEqual(builder[inputs[0]].Scan!, (int)node.Number) };
        }

        // A number that has a name is not the same number without it: the name says what it is for.
        var name = node.Op == Ops.Const ? node.Name : null;
        var key = copy with { Inputs = Ordered(node.Op, inputs), Name = name, Origin = -1 };
        if (!known.TryGetValue(key, out var id))
        {
            id = builder.Copy(copy, inputs);
            known[key] = id;
        }

        return id;
    }

    private static ScanRegion Body(ScanRegion scan, List<int> operands)
    {
        // Only what is the same at every step is one value: states begin alike and part later. Sequences and captures share no
        // numbers, as the outer types differ.
        var distinct = operands.Select((operand, i) => i < scan.States ? -1 - i : operand).ToList();
        return scan with { Body = new CommonValues(scan.Body.Name).Copy(scan.Body, distinct) };
    }

    // Results of one kind that are the same node of the body are one result.
    private static int FirstEqual(ScanRegion scan, int index)
    {
        var first =
            index < scan.States ? index
            : index < scan.States + scan.Stacked ? scan.States
            : scan.States + scan.Stacked;
        while (scan.Body.Outputs[first] != scan.Body.Outputs[index])
        {
            first++;
        }

        return first;
    }

    // Sums and products of two are the same, to the bit, in either order.
    private static EquatableArray<int> Ordered(Op op, List<int> inputs) =>
        (op.Commutes ? inputs.OrderBy(id => id) : inputs.AsEnumerable()).ToEquatableArray();
}
