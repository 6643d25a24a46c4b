using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Moves work off the time axis: what is linear in a sum over the steps is applied once to the sum, what is read at the last step
/// alone, or is zero at all others, is computed there alone.
/// </summary>
public static class TimeAlgebra
{
    public static Graph Apply(Graph graph)
    {
        var counts = Uses.Counts(graph);
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        var rules = new TimeRules(copy.Target);
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            var node = graph[id];
            if (node.Op == Ops.SumTime || node.Op == Ops.Last)
            {
                var operand = copy[node.Inputs[0]];
                copy[id] = node.Op == Ops.Last ? rules.Last(operand) : rules.Sum(operand);
                if (node.Name is { } name)
                {
                    copy.Target.SetName(copy[id], name);
                }
            }
            else
            {
                copy[id] = rules.OnlyLast(node, node.Inputs.Select(input => copy[input]).ToList()) ?? copy.Node(id);
                if (counts[id] == 1)
                {
                    rules.ReadOnce(copy[id]);
                }
            }
        }

        return Uses.Trim(copy.Build());
    }
}
