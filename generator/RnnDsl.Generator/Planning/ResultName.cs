using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Planning;

/// <summary>Names the first output, which is what users ask for, unless they did: so its buffer has a name.</summary>
internal static class ResultName
{
    public static Graph Apply(Graph graph, string name) =>
        graph with
        {
            Nodes = graph
                .Nodes.Select((node, id) => id == graph.Outputs[0] ? node with { Name = node.Name ?? name } : node)
                .ToEquatableArray(),
        };
}
