using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Ir.Analysis;

/// <summary>Who reads what in a graph.</summary>
internal static class Uses
{
    /// <summary>For each node, whether an output needs it.</summary>
    public static bool[] Live(Graph graph) => Ancestors(graph, graph.Outputs);

    /// <summary>For each node, whether it is one of the targets or one of them needs it.</summary>
    public static bool[] Ancestors(Graph graph, IEnumerable<int> targets)
    {
        var live = new bool[graph.Nodes.Count];
        foreach (var target in targets)
        {
            live[target] = true;
        }

        for (var id = live.Length - 1; id >= 0; id--)
        {
            if (live[id])
            {
                foreach (var input in graph[id].Inputs)
                {
                    live[input] = true;
                }
            }
        }

        return live;
    }

    /// <summary>For each node, the live nodes that read it, once for each operand.</summary>
    public static List<int>[] Readers(Graph graph)
    {
        var live = Live(graph);
        var readers = Enumerable.Range(0, graph.Nodes.Count).Select(_ => new List<int>()).ToArray();
        for (var id = 0; id < readers.Length; id++)
        {
            foreach (var input in live[id] ? graph[id].Inputs : [])
            {
                readers[input].Add(id);
            }
        }

        return readers;
    }

    /// <summary>For each node, how often it is read, by live nodes or as an output.</summary>
    public static int[] Counts(Graph graph)
    {
        var counts = Readers(graph).Select(readers => readers.Count).ToArray();
        foreach (var output in graph.Outputs)
        {
            counts[output]++;
        }

        return counts;
    }

    /// <summary>Rebuilds the graph without nodes that no output needs; arguments and parameters stay.</summary>
    public static Graph Trim(Graph graph)
    {
        var live = Live(graph);
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        copy.Leaves();
        for (var id = 0; id < live.Length; id++)
        {
            if (live[id] && !copy.Has(id))
            {
                copy.Node(id);
            }
        }

        return copy.Build();
    }
}
