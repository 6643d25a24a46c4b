using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Windows;

/// <summary>
/// Finds the values that change with each step that arrives. The result of <c>last</c>, of a sum over time or a final state changes;
/// a sequence that is computed from such a value changes in all its steps. A loop or a sum over time cannot continue on such a
/// sequence, since it would have to restart from the first step.
/// </summary>
internal static class Causality
{
    /// <exception cref="NotCausalException">The graph cannot run one step at a time.</exception>
    public static void Check(Graph graph)
    {
        var changes = new bool[graph.Nodes.Count];
        for (var id = 0; id < changes.Length; id++)
        {
            var node = graph[id];
            if (node.Op == Ops.Scan || node.Op == Ops.SumTime || node.Op == Ops.Reverse)
            {
                Check(graph, node, changes);
            }

            var given = !node.Type.OverTime && (IsOverSteps(node.Op) || IsFinal(graph, node));
            changes[id] = given || node.Op == Ops.AtLast || (node.Op != Ops.Result && node.Inputs.Any(i => changes[i]));
        }
    }

    private static bool IsOverSteps(Op op) => op == Ops.Length || op == Ops.Last || op == Ops.SumTime;

    private static bool IsFinal(Graph graph, Node node) =>
        node.Op == Ops.Result && graph[node.Inputs[0]].Op == Ops.Scan;

    private static void Check(Graph graph, Node node, bool[] changes)
    {
        var name = Name(node);
        if (node.Scan is { Reverse: true } || node.Op == Ops.Reverse)
        {
            throw new NotCausalException(
                $"'{name}' reads the sequence from its end, which a stream has not seen: "
                    + "it needs the whole sequence, so use Predict.",
                name,
                node.Origin
            );
        }

        for (var place = 0; place < node.Inputs.Count; place++)
        {
            var input = node.Inputs[place];
            if (!changes[input])
            {
                continue;
            }

            var cause = Name(graph[input]);
            throw new NotCausalException(
                place < (node.Scan?.States ?? 0)
                    ? $"'{name}' starts from '{cause}', which is known only when the whole sequence has been read, "
                        + "and a stream has not seen its end: use Predict."
                    : $"'{name}' reads '{cause}', which changes at all earlier steps when another step arrives: "
                        + "it needs the whole sequence, so use Predict.",
                name,
                node.Origin
            );
        }
    }

    private static string Name(Node node) => node.Name ?? node.Scan?.Body.Name ?? node.Op.Name;
}
