using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Chooses the sums of products that share a stage: the same size, at most as many as the target has
/// accumulators.
/// </summary>
internal static class GateGroups
{
    /// <summary>Divides the gates into groups, in the order of the first of each, with <paramref name="most"/> in a group.</summary>
    public static IReadOnlyList<IReadOnlyList<Gate>> Of(Graph graph, IReadOnlyList<Gate> gates, int most)
    {
        var groups = new List<List<Gate>>();
        foreach (var gate in gates)
        {
            var group = groups.Find(group =>
                group.Count < most
                && graph[group[0].Root].Type == graph[gate.Root].Type
                && IsWorthwhile(graph, group.Append(gate).ToList())
            );
            if (group is null)
            {
                groups.Add([gate]);
            }
            else
            {
                group.Add(gate);
            }
        }

        return groups;
    }

    // A gate between two others is multiplied with an operand of theirs, with zeros, though it has no use for it.
    private static bool IsWorthwhile(Graph graph, List<Gate> group)
    {
        var useful = group.Sum(gate => gate.Products.Count);
        return 2 * useful > GateOrder.Products(graph, GateOrder.Best(graph, group));
    }
}
