using RnnDsl.Generator.Ir;
using RnnDsl.Generator.Text;

namespace RnnDsl.Generator.Windows;

/// <summary>
/// How values grow with the number of steps: a sum over the steps, and <c>Length</c>, as its first power, a mean, what is the same at
/// any length, and what is read at one step, as none. Where a value mixes powers, or is no power, that is not known.
/// </summary>
internal sealed class StepCounts
{
    private readonly Graph graph;
    private readonly double?[] powers;

    public StepCounts(Graph graph)
    {
        this.graph = graph;
        powers = new double?[graph.Nodes.Count];
        for (var id = 0; id < powers.Length; id++)
        {
            powers[id] = Find(graph[id]);
        }
    }

    /// <summary>Whether a value keeps its size, whatever the number of steps.</summary>
    public bool IsMean(int id) => powers[id] is 0;

    /// <summary>The first of the values that make one grow, among those that the linked method itself has written; or -1.</summary>
    public int Cause(int id)
    {
        var needed = new HashSet<int>();
        var open = new Stack<int>([id]);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (powers[next] is not 0 && needed.Add(next))
            {
                foreach (var input in graph[next].Inputs)
                {
                    open.Push(input);
                }
            }
        }

        return needed.Where(each => graph[each].Origin >= 0).DefaultIfEmpty(-1).Min();
    }

    private double? Find(Node node)
    {
        if (node.Op == Ops.Length)
        {
            return 1;
        }

        var inputs = node.Inputs.Select(input => powers[input]).ToList();
        var first = inputs.Count > 0 ? inputs[0] : 0;
        return node.Op.Name switch
        {
            "sumTime" => first + 1,
            "mul" or "matvec" => first + inputs[1],
            "div" => first - inputs[1],
            "square" => 2 * first,
            "sqrt" => first / 2,
            "abs" or "relu" or "neg" or "fill" or "sum" or "max" or "at" or "stopGradient" => first,
            "last" or "spread" or "reverse" or "first" or "second" or "dropout" or "keep" => first,
            "add" or "sub" or "maximum" or "minimum" or "concat" => first is { } a && inputs[1] is { } b && a.Equals(b)
                ? a
                : null,
            // A curve, or a loop, of what keeps its size.
            _ => inputs.All(input => input is 0) ? 0 : null,
        };
    }
}
