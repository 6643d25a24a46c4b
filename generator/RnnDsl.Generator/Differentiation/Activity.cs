using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Differentiation;

/// <summary>
/// Which values depend on a parameter through ops that have an adjoint: only those get one. Data inputs, numbers, and what is
/// computed from them alone are passive.
/// </summary>
internal static class Activity
{
    /// <summary>For each node of <paramref name="graph"/>, whether it depends on one of the active leaves.</summary>
    public static bool[] Of(Graph graph, Func<int, bool> isActiveLeaf)
    {
        var active = new bool[graph.Nodes.Count];
        for (var id = 0; id < active.Length; id++)
        {
            var node = graph[id];
            active[id] = node.Op.Kind switch
            {
                OpKind.Leaf => isActiveLeaf(id),
                OpKind.Region => OfRegion(graph, node, active),
                _ => node.Op.Adjoint is not null && node.Inputs.Any(input => active[input]),
            };
        }

        return active;
    }

    /// <summary>
    /// For each node of a scan's body. A state is active if its initial value is, or if its next value becomes so through
    /// another state: found by repetition, at most once for each state.
    /// </summary>
    public static bool[] OfBody(ScanRegion scan, IReadOnlyList<bool> activeInputs)
    {
        var inputs = scan.Body.Inputs.ToList();
        var leaves = new HashSet<int>(
            Enumerable.Range(0, inputs.Count).Where(i => activeInputs[i]).Select(i => inputs[i])
        );
        while (true)
        {
            var active = Of(scan.Body, leaves.Contains);
            var grown = false;
            for (var state = 0; state < scan.States; state++)
            {
                grown |= active[scan.Body.Outputs[state]] && leaves.Add(inputs[state]);
            }

            if (!grown)
            {
                return active;
            }
        }
    }

    private static bool OfRegion(Graph graph, Node node, bool[] active)
    {
        if (node.Op != Ops.Result)
        {
            return node.Inputs.Any(input => active[input]);
        }

        var scan = graph[node.Inputs[0]];
        var region = scan.Scan!;
        var body = OfBody(region, scan.Inputs.Select(input => active[input]).ToList());
        var index = (int)node.Number;

        // A state's final value is its initial one where there are no steps, so it is active with either.
        return body[region.Body.Outputs[index]] || (index < region.States && active[scan.Inputs[index]]);
    }
}
