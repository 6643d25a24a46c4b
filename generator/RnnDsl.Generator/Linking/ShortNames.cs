using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>
/// Removes the path from the names of inner values if no other value of the program has the short name: <c>rnn.i</c> becomes
/// <c>i</c>; in a stack of two, <c>first.i</c> and <c>second.i</c> keep it. Parameters keep their path.
/// </summary>
internal static class ShortNames
{
    public static Graph Apply(Graph graph)
    {
        var parameters = new HashSet<string>(graph.Parameters.Select(id => graph[id].Name!), StringComparer.Ordinal);
        var shared = new HashSet<string>(
            Names(graph)
                .Where(name => !parameters.Contains(name) || Last(name) == name)
                .Distinct(StringComparer.Ordinal)
                .GroupBy(Last, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key),
            StringComparer.Ordinal
        );
        return Rename(graph);

        Graph Rename(Graph outer) => outer with { Nodes = outer.Nodes.Select(RenameNode).ToEquatableArray() };

        Node RenameNode(Node node) =>
            node with
            {
                Name =
                    node.Name is { } name && !parameters.Contains(name) && !shared.Contains(Last(name))
                        ? Last(name)
                        : node.Name,
                Scan = node.Scan is { } scan ? scan with { Body = Rename(scan.Body) } : null,
            };
    }

    private static IEnumerable<string> Names(Graph graph) =>
        graph.Nodes.SelectMany(node =>
            (node.Name is { } name ? [name] : Enumerable.Empty<string>()).Concat(
                node.Scan is { } scan ? Names(scan.Body) : []
            )
        );

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
