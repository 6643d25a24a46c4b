using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>Removes what no output needs: values, and states, inputs and results of scans. The graph's leaves stay.</summary>
internal static class DeadCode
{
    public static Graph Remove(Graph graph)
    {
        var live = new bool[graph.Nodes.Count];
        var results = new Dictionary<int, SortedSet<int>>();
        var pruned = new Dictionary<int, PrunedScan>();
        foreach (var output in graph.Outputs)
        {
            live[output] = true;
        }

        for (var id = live.Length - 1; id >= 0; id--)
        {
            if (live[id])
            {
                Visit(id);
            }
        }

        var builder = new GraphBuilder(graph.Name);
        var map = new int[live.Length];
        for (var id = 0; id < map.Length; id++)
        {
            if (live[id] || graph[id].IsLeaf)
            {
                map[id] = Copy(id);
            }
        }

        return builder.Build(graph.Outputs.Select(output => map[output]).ToArray());

        void Visit(int id)
        {
            var node = graph[id];
            if (node.Op == Ops.Result)
            {
                var scan = node.Inputs[0];
                results[scan] = results.TryGetValue(scan, out var known) ? known : [];
                results[scan].Add((int)node.Number);
            }

            var operands = Enumerable.Range(0, node.Inputs.Count);
            if (node.Scan is { } region)
            {
                pruned[id] = PrunedScan.Of(region, results[id]);
                operands = pruned[id].Operands;
            }

            foreach (var operand in operands)
            {
                live[node.Inputs[operand]] = true;
            }
        }

        int Copy(int id)
        {
            var node = graph[id];
            if (pruned.TryGetValue(id, out var scan))
            {
                return builder.Copy(node with { Scan = scan.Region }, scan.Operands.Select(i => map[node.Inputs[i]]));
            }

            if (node.Op == Ops.Result)
            {
                node = node with { Number = pruned[node.Inputs[0]].Results.IndexOf((int)node.Number) };
            }

            return builder.Copy(node, node.Inputs.Select(input => map[input]));
        }
    }
}
