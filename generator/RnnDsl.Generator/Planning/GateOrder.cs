using RnnDsl.Generator.Ir;

namespace RnnDsl.Generator.Planning;

/// <summary>
/// Orders the gates of a stage so that those which take something from an operand follow each other: a pack is one run of gates, and
/// a gate inside of it that has no matrix costs products with zeros.
/// </summary>
internal static class GateOrder
{
    /// <summary>The order with the fewest products; of equal ones the first, which is closest to the user's.</summary>
    public static IReadOnlyList<Gate> Best(Graph graph, IReadOnlyList<Gate> gates) =>
        Permutations(gates).OrderBy(order => Products(graph, order)).First();

    /// <summary>Products of a stage with its gates in this order, those with zeros included.</summary>
    public static int Products(Graph graph, IReadOnlyList<Gate> order) =>
        order
            .SelectMany((gate, i) => gate.Products.Select(product => (Column: Column(graph, product), Gate: i)))
            .GroupBy(product => product.Column, product => product.Gate)
            .Sum(gates => gates.Max() - gates.Min() + 1);

    private static (int Operand, Op Op) Column(Graph graph, int product) =>
        (graph[product].Inputs[1], graph[product].Op);

    // In the order of positions, so that the first permutation is the order itself.
    private static IEnumerable<IReadOnlyList<Gate>> Permutations(IReadOnlyList<Gate> gates) =>
        gates.Count == 0
            ?
            [
                [],
            ]
            : gates.SelectMany(
                (gate, i) =>
                    Permutations(gates.Where((_, j) => j != i).ToList()).Select(rest => rest.Prepend(gate).ToList())
            );
}
