using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// The nodes that only say how gradients are summed: outer products, rows that tokens pick, sums over time, and sums of those. They are computed
/// tile by tile after the backward loops, so no region holds them.
/// </summary>
internal static class GradientParts
{
    /// <summary>Whether it is one term of a gradient: its operands are computed, it is not.</summary>
    public static bool IsTerm(Node node) => node.Op.Term is not null;

    /// <param name="graph">The graph.</param>
    /// <param name="first">How many outputs come before the gradients.</param>
    public static HashSet<int> Find(Graph graph, int first)
    {
        var counts = Uses.Counts(graph);
        var parts = new HashSet<int>();
        foreach (var output in graph.Outputs.Skip(first))
        {
            Add(output);
        }

        var live = Uses.Live(graph);
        for (var id = 0; id < live.Length; id++)
        {
            var node = graph[id];
            if (live[id] && node.Type.IsMat && node.Op.Kind != OpKind.Leaf && !parts.Contains(id))
            {
                throw new ScheduleException(
                    $"{EquationText.Of(graph, id)}: a matrix is computed with {node.Op}. Matrices can be multiplied with vectors; "
                        + "compute with the vectors before or after the product."
                );
            }
        }

        return parts;

        void Add(int id)
        {
            var node = graph[id];
            var isSum = node.Op.IsSum || node.Op == Ops.SumTime;
            if (IsTerm(node) || (isSum && (node.Type.IsMat || counts[id] == 1)))
            {
                parts.Add(id);
                foreach (var input in isSum ? node.Inputs : [])
                {
                    Add(input);
                }
            }
        }
    }
}
