using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Simplification;

/// <summary>
/// Puts the operand in the place of each <c>stopGradient</c>. It matters to adjoints alone, and a program has them already.
/// </summary>
internal static class StoppedGradients
{
    public static Graph Remove(Graph graph) => Has(graph) ? Copy(graph) : graph;

    private static bool Has(Graph graph) =>
        graph.Nodes.Any(node => node.Op == Ops.StopGradient || (node.Scan is { } scan && Has(scan.Body)));

    private static Graph Copy(Graph graph)
    {
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            var node = graph[id];
            var inputs = node.Inputs.Select(input => copy[input]).ToList();
            copy[id] =
                node.Op == Ops.StopGradient ? Named(copy.Target, inputs[0], node.Name)
                : node.Scan is { } scan ? copy.Target.Scan(scan with { Body = Remove(scan.Body) }, inputs)
                : copy.Target.Copy(node, inputs);
        }

        return copy.Build();
    }

    // The value is what the user calls so: the name that reverse mode gave to what goes in says less.
    private static int Named(GraphBuilder graph, int id, string? name)
    {
        var own = graph[id].Name;
        if (name is not null && graph[id].Op.Kind != OpKind.Leaf && (own is null || own == name + "_in"))
        {
            graph.Rename(id, name);
        }

        return id;
    }
}
