using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Scheduling;

/// <summary>
/// Chooses the sums of products that share a stage: the same size, operands in common, four at most, for so many accumulators
/// the kernels have.
/// </summary>
internal static class GateGroups
{
    /// <summary>How many accumulators a stage has.</summary>
    public const int Most = 4;

    /// <summary>Divides the gates into groups, in the order of the first of each.</summary>
    public static IReadOnlyList<IReadOnlyList<Gate>> Of(Graph graph, IReadOnlyList<Gate> gates)
    {
        var groups = new List<List<Gate>>();
        foreach (var gate in gates)
        {
            var group = groups.Find(group =>
                group.Count < Most
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

    // Each gate is multiplied with each operand of its stage, with zeros where it has no use for it.
    private static bool IsWorthwhile(Graph graph, List<Gate> group)
    {
        var columns = group
            .SelectMany(gate => gate.Products.Select(product => Column(graph, product)))
            .Distinct()
            .Count();
        var useful = group.Sum(gate => gate.Products.Count);
        return 2 * useful > columns * group.Count;
    }

    private static (int Operand, Op Op) Column(Graph graph, int product) =>
        (graph[product].Inputs[1], graph[product].Op);
}
