using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Linking;

/// <summary>
/// Finds reads of the last step of a loop that runs from the end of a sequence. The last step is the first that the
/// loop computes, so half of a bidirectional layer has seen one step only; its final state is at the first step.
/// </summary>
internal static class HalfReadEnds
{
    /// <summary>The origins of such reads in the linked method itself, in order.</summary>
    /// <param name="linked">A graph in which sequences are still reversed as the user wrote it.</param>
    public static IEnumerable<int> Of(Graph linked) =>
        Enumerable
            .Range(0, linked.Nodes.Count)
            .Where(id => linked[id] is { Origin: >= 0 } node && node.Op == Ops.Last)
            .Where(id => BeginsAt(linked, linked[id].Inputs[0], isFirst: false, []))
            .Select(id => linked[id].Origin)
            .Distinct();

    /// <summary>Whether a loop over the sequence begins at its first step, or at its last one.</summary>
    private static bool BeginsAt(Graph graph, int id, bool isFirst, Dictionary<(int, bool), bool> known)
    {
        if (!known.TryGetValue((id, isFirst), out var begins))
        {
            begins = Find(graph, graph[id], isFirst, known);
            known[(id, isFirst)] = begins;
        }

        return begins;
    }

    private static bool Find(Graph graph, Node node, bool isFirst, Dictionary<(int, bool), bool> known)
    {
        if (!node.Type.OverTime || node.Op == Ops.Spread)
        {
            return false;
        }

        if (node.Op == Ops.Result)
        {
            // After its first step a loop has seen more than one step.
            return graph[node.Inputs[0]].Scan is { States: > 0 } scan && scan.Reverse != isFirst;
        }

        return node.Inputs.Any(input => BeginsAt(graph, input, node.Op == Ops.Reverse ? !isFirst : isFirst, known));
    }
}
