using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>
/// Makes a graph smaller without changing what it computes: equal values are computed once, trivial arithmetic disappears, and
/// so does what no output needs, through the bodies of scans. The graph's own inputs and parameters stay: they are its signature.
/// </summary>
public static class Simplify
{
    public static Graph Apply(Graph graph)
    {
        // What is removed can make other values equal or unused. Each round removes nodes, so this ends.
        while (true)
        {
            var smaller = DeadCode.Remove(CommonValues.Merge(graph));
            if (Count(smaller) >= Count(graph))
            {
                return smaller;
            }

            graph = smaller;
        }
    }

    private static int Count(Graph graph) =>
        graph.Nodes.Sum(node => 1 + node.Inputs.Count + (node.Scan is { } scan ? Count(scan.Body) : 0));
}
