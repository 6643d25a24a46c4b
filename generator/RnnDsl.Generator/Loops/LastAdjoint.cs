using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Ir.Analysis;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Loops;

/// <summary>
/// Where a loop that runs from the last step to the first adds a value at the last step only, the value becomes the initial state:
/// nothing is cleared, stored or read for the other steps.
/// <code>
/// d_h_total = d_h + AtLast(v), d_h from zero   ->   d_h_total = d_h, d_h from v
/// </code>
/// </summary>
public static class LastAdjoint
{
    public static Graph Apply(Graph graph)
    {
        graph = Uses.Trim(graph);
        var copy = new GraphCopy(graph, new GraphBuilder(graph.Name));
        for (var id = 0; id < graph.Nodes.Count; id++)
        {
            if (graph[id].Scan is { Reverse: true } region)
            {
                copy[id] = Rewrite(copy, graph[id], region);
            }
            else
            {
                copy.Node(id);
            }
        }

        return Uses.Trim(copy.Build());
    }

    private static int Rewrite(GraphCopy outer, Node scan, ScanRegion region)
    {
        var body = region.Body;
        var counts = Uses.Counts(body);
        var inputs = body.Inputs.ToList();
        var operands = scan.Inputs.Select(input => outer[input]).ToList();

        // The sum to drop, and the state that replaces it.
        var sums = new Dictionary<int, int>();
        var dropped = new HashSet<int>();
        for (var i = region.States; i < region.States + region.Sequences; i++)
        {
            var isAtLast = outer.Source[scan.Inputs[i]].Op == Ops.AtLast;
            if (
                isAtLast
                && counts[inputs[i]] == 1
                && FindSum(body, inputs[i], inputs.Take(region.States), counts) is { } sum
            )
            {
                var state = body[sum].Inputs.Single(input => input != inputs[i]);
                var j = inputs.IndexOf(state);
                var value = outer[outer.Source[scan.Inputs[i]].Inputs[0]];
                operands[j] = Uniforms.IsZero(outer.Source, scan.Inputs[j])
                    ? value
                    : outer.Target.Add(Ops.Add, operands[j], value);
                sums[sum] = state;
                dropped.Add(i);
            }
        }

        var copy = new GraphCopy(body, new GraphBuilder(body.Name));
        for (var id = 0; id < body.Nodes.Count; id++)
        {
            if (sums.TryGetValue(id, out var state))
            {
                copy[id] = copy[state];
            }
            else if (!dropped.Contains(inputs.IndexOf(id)))
            {
                copy.Node(id);
            }
        }

        return outer.Target.Scan(
            region with
            {
                Body = copy.Build(),
                Sequences = region.Sequences - dropped.Count,
            },
            operands.Where((_, i) => !dropped.Contains(i)).ToEquatableArray()
        );
    }

    private static int? FindSum(Graph body, int sequence, IEnumerable<int> states, int[] counts)
    {
        var reader = Enumerable.Range(0, body.Nodes.Count).First(id => body[id].Inputs.Contains(sequence));
        var isSum =
            body[reader].Op.IsSum
            && states.Any(state =>
                body[reader].Inputs.Contains(state) && counts[state] == 1 && body[reader].Type == body[state].Type
            );
        return isSum ? reader : null;
    }
}
