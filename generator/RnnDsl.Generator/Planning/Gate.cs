using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Loops;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>A sum of products that one accumulator computes.</summary>
/// <param name="Root">The value of the sum.</param>
/// <param name="Products">The products, in the order of the sum.</param>
internal sealed record Gate(int Root, IReadOnlyList<int> Products)
{
    /// <summary>The sums of products of a graph, each as large as can be.</summary>
    public static List<Gate> Find(Graph graph)
    {
        var counts = Uses.Counts(graph);
        var isPart = new bool[graph.Nodes.Count];
        var isInner = new bool[graph.Nodes.Count];
        for (var id = 0; id < isPart.Length; id++)
        {
            var node = graph[id];
            isPart[id] =
                counts[id] > 0
                && (
                    ProductSums.IsProduct(node)
                    || (node.Op.IsSum && node.Inputs.All(input => isPart[input] && counts[input] == 1))
                );
            foreach (var input in isPart[id] && node.Op.IsSum ? node.Inputs : [])
            {
                isInner[input] = true;
            }
        }

        return Enumerable
            .Range(0, isPart.Length)
            .Where(id => isPart[id] && !isInner[id])
            .Select(id => new Gate(id, Terms(graph, id).ToList()))
            .ToList();
    }

    private static IEnumerable<int> Terms(Graph graph, int id) =>
        ProductSums.IsProduct(graph[id]) ? [id] : graph[id].Inputs.SelectMany(input => Terms(graph, input));
}
