using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Takes out of each loop over time what need not wait for the step before: products and reductions of the sequences alone run
/// before it, those that no next state needs run after it, both over all steps at once. What was summed over the steps is
/// kept for every step and summed after the loop. Elementwise ops stay, fused with their neighbours.
/// </summary>
public static class Fission
{
    /// <param name="graph">A linked graph.</param>
    /// <param name="options">What decides which products are hoisted.</param>
    /// <param name="notes">Gets a line for each such choice.</param>
    public static Graph Apply(Graph graph, ScheduleOptions options, ICollection<string> notes)
    {
        var live = Uses.Live(graph);
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        copy.Leaves();
        var results = new Dictionary<int, IReadOnlyList<int>>();
        for (var id = 0; id < live.Length; id++)
        {
            var node = graph[id];
            if (!live[id] || copy.Has(id))
            {
                continue;
            }

            if (node.Op == Ops.Scan)
            {
                var operands = node.Inputs.Select(input => copy[input]).ToList();
                var used = UsedResults(graph, id, live);
                results[id] = new ScanFission(
                    copy.Target,
                    node,
                    operands,
                    used,
                    new HoistingCost(options, notes)
                ).Split();
            }
            else if (node.Op == Ops.Result && results[node.Inputs[0]][(int)node.Number] is var value)
            {
                copy[id] = value;
                if (node.Name is { } name)
                {
                    copy.Target.SetName(value, name);
                }
            }
            else
            {
                copy.Node(id);
            }
        }

        return Uses.Trim(copy.Build());
    }

    private static HashSet<int> UsedResults(Graph graph, int scan, bool[] live) =>
        [
            .. Enumerable
                .Range(scan, graph.Nodes.Count - scan)
                .Where(id => live[id] && graph[id].Op == Ops.Result && graph[id].Inputs[0] == scan)
                .Select(id => (int)graph[id].Number),
        ];
}
